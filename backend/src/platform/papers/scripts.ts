/** The fonts of a paper. Roboto has Latin, Greek and Cyrillic with every currency sign; Bangla has a font of its own. */
export const FONTS = {
  Roboto: {
    normal: 'pdfmake/fonts/Roboto/Roboto-Regular.ttf',
    bold: 'pdfmake/fonts/Roboto/Roboto-Medium.ttf',
  },
  Bangla: {
    normal: '@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-400-normal.woff',
    bold: '@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-600-normal.woff',
  },
} as const;
export type FontName = keyof typeof FONTS;

export interface Run {
  text: string;
  font: FontName;
}

/** Bangla letters, the taka sign among them, and what joins them; blanks within stay with them. */
const BANGLA =
  /[\u0980-\u09ff\u0964\u0965](?:(?:[\u0980-\u09ff\u0964\u0965 ]|\u200c|\u200d)*[\u0980-\u09ff\u0964\u0965])?/g;

/** A text in runs of one font each, so that every letter has one. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  const add = (part: string, font: FontName) => part !== '' && runs.push({ text: part, font });
  let at = 0;
  for (const found of text.matchAll(BANGLA)) {
    add(text.slice(at, found.index), 'Roboto');
    add(found[0], 'Bangla');
    at = found.index + found[0].length;
  }
  add(text.slice(at), 'Roboto');
  return runs;
}
