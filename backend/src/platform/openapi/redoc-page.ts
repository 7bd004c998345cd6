/** ReDoc writes whatever it is given at once: of the whole contract 300,000 elements, of a part what can be read. */
export const ALL_PARTS = 'all';

/** @param parts by which one may choose  @param chosen one of them, or `ALL_PARTS` */
export function redocPage(parts: readonly string[], chosen: string): string {
  const option = (value: string, words: string) =>
    `<option value="${value}"${value === chosen ? ' selected' : ''}>${words}</option>`;
  const contract = chosen === ALL_PARTS ? '/api/schema/' : `/api/schema/?part=${encodeURIComponent(chosen)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Provabook API reference</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0}
form{display:flex;gap:.5rem;align-items:center;white-space:nowrap;padding:.5rem 1.25rem;font:15px/1.5 system-ui,sans-serif;border-bottom:1px solid #ddd}
select,button{font:inherit;padding:.25rem .5rem;background:#fff;border:1px solid #999;border-radius:4px}select{min-width:0}
[data-section-id]{content-visibility:auto;contain-intrinsic-size:auto 900px}</style></head>
<body><form action="/api/redoc/"><label for="part">Part of the API</label>
<select id="part" name="part">${[...parts.map((part) => option(part, part)), option(ALL_PARTS, 'all of it (takes a while)')].join('')}</select>
<button>Show</button></form>
<redoc spec-url="${contract}"></redoc><script src="/api/redoc/redoc.standalone.js"></script></body></html>`;
}
