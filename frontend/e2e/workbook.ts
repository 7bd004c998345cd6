import { read, utils, write } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const plan = join(import.meta.dirname, '../../backend/test/fixtures/workbooks/house-plan.xls');

/** A house's own T&A workbook, old rows and all, with a black line whose lab dip was rejected. @returns an .xls file */
export function workbookWithBlack(): Buffer {
  const workbook = read(readFileSync(plan), { cellNF: true }); // else its dates are written back as bare numbers
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('The workbook has no sheet.');
  const navy = Object.keys(sheet).find((address) => (sheet[address] as { v?: unknown }).v === 'NAVY');
  if (!navy) throw new Error('The workbook has no line in navy to dye black.');
  utils.sheet_add_aoa(sheet, [['BLACK']], { origin: navy });
  return write(workbook, { type: 'buffer', bookType: 'xls' }) as Buffer;
}

/** Lets go of a file over the page, as from a folder on the desktop. */
export async function dropFile(page: Page, name: string, content: Buffer): Promise<void> {
  const carried = await page.evaluateHandle(
    ([fileName, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      return transfer;
    },
    [name, content.toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: carried });
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried });
}
