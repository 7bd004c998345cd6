import { PAPER_KINDS, type PaperKind } from '../../shipments/papers/paper.vocabulary';
import { documentKindOf, type DocumentKind } from '../../financials/letter-of-credit/swift/narrative';
import type { CreditTerms, DocumentWanted } from '../../financials/letter-of-credit/terms';
import { fault } from './fault';
import type { PresentedFacts, PresentedFinding, PresentedPaper } from './facts';

/** One of which carries the goods. */
export const TRANSPORT_KINDS: readonly DocumentKind[] = ['bill_of_lading', 'air_waybill', 'transport_document'];

const RENAMED: Readonly<Record<string, PaperKind>> = {
  insurance: 'insurance_certificate',
  weight_certificate: 'weight_list',
};

/** As the shipment's list of papers calls a document of 46A. */
export function paperKindOf({ kind }: Pick<DocumentWanted, 'kind'>): PaperKind {
  return RENAMED[kind] ?? PAPER_KINDS.find((one) => one === kind) ?? 'other';
}

/** All that would do, where 46A leaves a choice: `BILLS OF LADING OR AIR WAYBILL`. */
export const kindsOf = ({ kind, text }: Pick<DocumentWanted, 'kind' | 'text'>): DocumentKind[] => [
  kind,
  ...text
    .split(/\bOR\b/i)
    .map(documentKindOf)
    .filter((one) => TRANSPORT_KINDS.includes(one) && TRANSPORT_KINDS.includes(kind)),
];

/** The paper that answers a document of 46A: the one with its words, else the first of its kind or name. */
export function paperFor<Paper extends Pick<PresentedPaper, 'kind' | 'title' | 'wording'>>(
  wanted: DocumentWanted,
  papers: readonly Paper[],
): Paper | undefined {
  const kinds = kindsOf(wanted).filter((kind) => kind !== 'other');
  const answers = ({ kind, title }: Paper) =>
    kind === 'other'
      ? title !== null && kinds.some((one) => one === documentKindOf(title))
      : kinds.some((one) => paperKindOf({ kind: one }) === kind);
  return papers.find(({ wording }) => wording === wanted.text) ?? papers.find(answers);
}

/** Whether each document of 46A is there (art. 14a), in as many originals and copies as it says (art. 17). */
export function paperFaults({ documents }: CreditTerms, { papers }: PresentedFacts): PresentedFinding[] {
  return documents.flatMap((wanted): PresentedFinding[] => {
    const paper = paperFor(wanted, papers);
    const sides = { credit: wanted.text, from: 'Papers of the shipment' };
    if (!paper?.isThere)
      return [
        fault({
          ...{ rule: 'paper.missing', article: 'art. 14(a), field 46A', ...sides },
          ...{ ours: paper ? 'On the list, not there yet' : 'Not on the list of papers' },
          sentence: 'A document that the LC asks for is missing.',
        }),
      ];
    const [originals, copies] = [paper.originals ?? 0, paper.copies ?? 0];
    const [wantedOriginals, wantedCopies] = [wanted.originals ?? 1, wanted.copies ?? 0];
    if (paper.originals === null && paper.copies === null) return [];
    if (originals >= wantedOriginals && originals + copies >= wantedOriginals + wantedCopies) return [];
    return [
      fault({
        ...{ rule: 'paper.copies', article: 'art. 17, field 46A', ...sides, ours: setWords(originals, copies) },
        sentence: `The LC asks for ${setWords(wantedOriginals, wantedCopies)}.`,
      }),
    ];
  });
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const setWords = (originals: number, copies: number): string =>
  [counted(originals, 'original', 'originals'), ...(copies ? [counted(copies, 'copy', 'copies')] : [])].join(' and ');
