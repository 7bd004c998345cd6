import { contentDisposition, safeFileName, servedType } from './file-types';

describe('safeFileName', () => {
  it.each([
    ['PI 2291 rev. 2.pdf', 'PI 2291 rev. 2.pdf'],
    ['রঙের নমুনা.pdf', 'রঙের নমুনা.pdf'],
    ['क्‍ष.pdf', 'क्‍ष.pdf'], // the joiner in it is part of the script
    ['报价单 (最终).xlsx', '报价单 (最终).xlsx'],
    ['cafe\u0301.pdf', 'caf\u00e9.pdf'],
  ])('keeps %j', (name, kept) => {
    expect(safeFileName(name)).toBe(kept);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\lc.pdf', 'lc.pdf'],
    ['orders/../x.png', 'x.png'],
    ['..', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['.htaccess', 'htaccess'],
    ['a\r\nSet-Cookie: b=c.pdf', 'aSet-Cookie_ b=c.pdf'],
    ['nul\0.pdf', 'nul.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a.txt:hidden.exe', 'a.txt_hidden.exe'],
    ['"><script>.pdf', '___script_.pdf'],
    ['\ud800lone.pdf', '\ufffdlone.pdf'],
    ['trailing. . .', 'trailing'],
    ['wide\u2028 \t  space.pdf', 'wide space.pdf'],
  ])('makes %j harmless', (name, harmless) => {
    expect(safeFileName(name)).toBe(harmless);
  });

  it('shortens by whole characters and keeps the ending', () => {
    const short = safeFileName(`${'🧵'.repeat(5000)}.xlsx`);
    expect([...short]).toHaveLength(120);
    expect(short).toMatch(/^(🧵)+\.xlsx$/u);
  });
});

describe('contentDisposition', () => {
  it('is one line of plain ASCII whatever the name', () => {
    for (const fileName of ['a"b\r\nX: y.pdf', "o'neil (1)*.pdf", 'রঙ.pdf', '\ud800', '%0d%0a.pdf'])
      expect(contentDisposition({ fileName, contentType: 'application/pdf' })).toMatch(
        /^attachment; filename\*=UTF-8''(?:[A-Za-z0-9!~._-]|%[0-9A-F]{2})+$/,
      );
  });

  it.each(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif'])(
    'shows %s when asked',
    (contentType) => {
      expect(contentDisposition({ fileName: 'a', contentType, inline: true })).toMatch(/^inline;/);
      expect(contentDisposition({ fileName: 'a', contentType })).toMatch(/^attachment;/);
    },
  );

  it.each(['text/html', 'image/svg+xml', 'text/plain', 'application/xml', 'IMAGE/PNG', 'image/png; x', ''])(
    'never shows %j',
    (contentType) => {
      expect(contentDisposition({ fileName: 'a', contentType, inline: true })).toMatch(/^attachment;/);
    },
  );
});

describe('servedType', () => {
  it('knows harmless types and serves all else as bytes', () => {
    expect(servedType('image/png')).toBe('image/png');
    for (const type of ['text/html', 'image/svg+xml', 'text/javascript', 'constructor', ''])
      expect(servedType(type)).toBe('application/octet-stream');
  });
});
