import { partByPart } from './part-by-part';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const contract = {
  openapi: '3.1.0',
  paths: {
    '/orders/': { get: { answer: ref('Order') }, post: { body: ref('NewOrder') } },
    '/samples/': { get: { answer: { items: [ref('Sample')] } } },
  },
  components: {
    schemas: {
      Order: { lines: ref('Line') },
      Line: { order: ref('Order'), quantity: ref('Quantity') },
      Quantity: { type: 'string' },
      NewOrder: {},
      Sample: {},
    },
    securitySchemes: { bearer: { type: 'http' } },
  },
};

/** What Swagger UI is given to take apart for this path. */
function givenFor(...path: string[]) {
  const given: unknown[] = [];
  const system = { fn: { resolveSubtree: (part: unknown) => given.push(part) } };
  // As the browser has it: out of its text.
  const plugin = new Function(`return (${partByPart.toString()})()`)() as ReturnType<typeof partByPart>;
  plugin.afterLoad(system);
  (system.fn.resolveSubtree as (...all: unknown[]) => unknown)(contract, path, {});
  return given[0];
}

describe('the part of the contract for Swagger UI', () => {
  it('is an operation, its path and all that it refers to, in a circle too', () => {
    const { Order, Line, Quantity, NewOrder } = contract.components.schemas;
    expect(givenFor('paths', '/orders/', 'get')).toEqual({
      openapi: '3.1.0',
      paths: { '/orders/': contract.paths['/orders/'] },
      components: { schemas: { Order, Line, Quantity, NewOrder } },
    });
  });

  it('is the components of a kind', () => {
    const { securitySchemes } = contract.components;
    expect(givenFor('components', 'securitySchemes')).toEqual({
      openapi: '3.1.0',
      paths: {},
      components: { securitySchemes },
    });
  });

  it('is all of it where all of it is asked for', () => {
    expect(givenFor()).toBe(contract);
  });
});
