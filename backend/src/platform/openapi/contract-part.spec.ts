import type { OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partOfContract, partsOf } from './contract-part';
import { operationsOf } from './operations';

const whole = JSON.parse(readFileSync(join(__dirname, '../../../openapi.json'), 'utf8')) as OpenAPIObject;
const addressesOf = (contract: OpenAPIObject) => operationsOf(contract).map(({ method, path }) => `${method} ${path}`);

describe('a part of the contract', () => {
  const parts = partsOf(whole).map((part) => partOfContract(whole, part));

  it('has its own operations; together they have all', () => {
    expect(parts.length).toBeGreaterThan(20);
    expect([...new Set(parts.flatMap(addressesOf))].sort()).toEqual(addressesOf(whole).sort());
    expect(addressesOf(partOfContract(whole, 'search'))).toEqual(['get /api/v1/search/']);
  });

  it('has each component that it refers to, as it is, and no other', () => {
    for (const { paths, components } of parts) {
      const text = JSON.stringify({ paths, components });
      const named = new Set([...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map(([, , name]) => name));
      const { securitySchemes, ...found } = components ?? {};
      expect(securitySchemes).toEqual(whole.components?.securitySchemes);
      for (const [kind, those] of Object.entries(found) as ['schemas' | 'responses', object][])
        for (const [name, component] of Object.entries(those)) {
          expect([name, named.delete(name)]).toEqual([name, true]);
          expect(component).toEqual(whole.components?.[kind]?.[name]);
        }
      expect([...named]).toEqual([]);
    }
  });
});
