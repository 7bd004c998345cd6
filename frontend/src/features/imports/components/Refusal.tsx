import { FileX2 } from 'lucide-react';
import { toProblem } from '@/shared/api/errors';
import { UnfitFile } from '../unfit';

/** What people can do about a file that is not taken, where the server's sentence does not say it already. */
const ways: Record<string, string> = {
  'workbook.not_a_spreadsheet': 'Pictures, PDFs and documents cannot be read. Export the plan as Excel or CSV.',
  'workbook.unsupported_type': 'In Excel choose File, Save as, Excel workbook (.xlsx), and drop that copy.',
  'workbook.wrong_extension': 'Its name and its content disagree. Save it again in the program that made it.',
  'workbook.zip_bomb': 'It unpacks to far more than a plan holds. Copy the sheet into a new workbook and drop that.',
  'workbook.unsafe_xml': 'Copy the sheet into a new workbook and drop that.',
  'client.unreachable': 'Nothing was sent. The file is still where it was.',
};

export interface RefusalProps {
  fileName: string;
  /** What `useStartImport` failed with. */
  error: unknown;
}

/** A file that was not taken: which, why, and what to do. */
export function Refusal({ fileName, error }: RefusalProps) {
  const problem = toProblem(error);
  const said = Object.values(problem.errors).flat().join(' ') || problem.detail;
  const reason = error instanceof UnfitFile ? error.message : said;
  const way = ways[problem.code];
  return (
    <div role="alert" className="flex gap-3 rounded-xl border border-line bg-bad-tint px-4 py-3.5 text-sm text-bad">
      <FileX2 aria-hidden className="mt-0.5 size-5 shrink-0" strokeWidth={1.75} />
      <div className="min-w-0">
        <p className="break-words font-semibold">{fileName} was not taken</p>
        <p className="mt-0.5 text-pretty">{reason}</p>
        {way && <p className="mt-0.5 text-pretty text-ink">{way}</p>}
        {problem.requestId && problem.status >= 500 && (
          <p className="mt-1 text-xs text-muted">
            Request <code className="select-all font-mono">{problem.requestId}</code>
          </p>
        )}
      </div>
    </div>
  );
}
