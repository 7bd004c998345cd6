import type { OpenAPIObject } from '@nestjs/swagger';
import type { Problem } from '../errors/error.filter';
import { operationsOf, responseOf } from './operations';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Every error code that the contract knows, with what it means: where a problem's `type` points. */
export function errorCodesPage(document: OpenAPIObject): string {
  const codes = new Map<string, Problem>();
  for (const { operation } of operationsOf(document))
    for (const status of Object.keys(operation.responses)) {
      const content = responseOf(document, operation, status)?.content?.['application/problem+json'];
      for (const example of Object.values(content?.examples ?? {})) {
        const { value } = example as { value: Problem };
        codes.set(value.code, value);
      }
    }
  const rows = [...codes.values()]
    .sort((a, b) => a.code.localeCompare(b.code))
    .map(
      ({ code, status, detail }) =>
        `<tr id="${escape(code)}"><td><a href="#${escape(code)}"><code>${escape(code)}</code></a></td><td>${status}</td><td>${escape(detail)}</td></tr>`,
    );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Provabook error codes</title><style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #8884;padding:.5rem;text-align:start;vertical-align:top}:target{background:#fc03}</style></head>
<body><h1>Error codes</h1><p>Every refusal is problem+json (RFC 9457) with one of these codes. They do not change; new ones may come.</p>
<table><thead><tr><th>Code</th><th>Status</th><th>For example</th></tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`;
}
