import type { DocumentDto } from '../api/generated';
import type { Option } from '../ui/Input';

type Kind = Pick<DocumentDto, 'category' | 'subcategory'>;

/** A category with its closer kind in one word, as a list offers it: `sample.lab_dip`, `pi`. */
export const kindCode = ({ category, subcategory }: Kind): string =>
  subcategory ? `${category}.${subcategory}` : category;

export function kindOf(code: string): Kind {
  const [category, subcategory = null] = code.split('.') as [Kind['category'], Kind['subcategory']?];
  return { category, subcategory };
}

const names: Record<string, string> = {
  pi: 'PI',
  lc: 'LC',
  'sample.lab_dip': 'Lab dip',
  'sample.strike_off': 'Strike-off',
  'sample.hand_loom': 'Hand loom',
  'sample.quality_test': 'Test report',
  'sample.bulk_swatch': 'Bulk swatch',
  'sample.pp_sample': 'PP sample',
  sample: 'Other of a sample',
  email: 'E-mail',
  'other.tech_pack': 'Tech pack',
  'other.artwork': 'Artwork',
  'other.purchase_order': 'Purchase order',
  'other.packing_list': 'Packing list',
  other: 'Other',
};

export const kindOptions: readonly Option[] = Object.entries(names).map(([value, label]) => ({ value, label }));

export function kindName(kind: Kind): string {
  const code = kindCode(kind);
  return code === 'sample' ? 'Sample' : (names[code] ?? code);
}

export const categoryOptions: readonly Option[] = [
  { value: 'sample', label: 'Samples' },
  { value: 'pi', label: 'PI' },
  { value: 'lc', label: 'LC' },
  { value: 'email', label: 'E-mail' },
  { value: 'other', label: 'Other' },
];

/** Why a file is not sent at all; the server judges what is in it. */
export const largestFile = 50 * 1024 * 1024;
export const fileHint = 'PDF, pictures, Excel, Word, text and e-mail, up to 50 MB each.';

/** What the browser shows by itself. */
export function viewerOf({ fileType }: Pick<DocumentDto, 'fileType'>): 'pdf' | 'picture' | null {
  if (fileType === 'application/pdf') return 'pdf';
  return fileType.startsWith('image/') ? 'picture' : null;
}
