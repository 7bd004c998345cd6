export const CHECK_VERDICTS = ['clean', 'amend_needed', 'not_read'] as const;
/** Nothing that a bank would refuse for; something; nothing, but its goods and documents are not known. */
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

/** As the rows of LCs carry it. */
export interface CheckOfCredit {
  discrepancies: number;
  risks: number;
  isRead: boolean;
}

export function verdictOf({ discrepancies, isRead }: CheckOfCredit): CheckVerdict {
  if (discrepancies > 0) return 'amend_needed';
  return isRead ? 'clean' : 'not_read';
}

/** The same of the row `k`. */
export const VERDICT = `CASE WHEN k.discrepancies > 0 THEN 'amend_needed' WHEN k.is_read THEN 'clean' ELSE 'not_read' END`;
