import type { Chart } from '../charts';
import { FigureLink } from './FigureLink';

/** The same numbers as a table. */
export function FigureTable({ chart: { title, of, series, rows } }: { chart: Chart }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="border-b border-line text-[0.8125rem] text-muted">
          <th scope="col" className="py-1.5 text-start font-medium">
            {of}
          </th>
          {series.map((name) => (
            <th key={name} scope="col" className="w-24 py-1.5 text-end font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(({ key, label, hint, figures }) => (
          <tr key={key}>
            <th scope="row" className="py-1 text-start font-normal">
              {label}
              {hint && <span className="ms-2 text-xs text-muted">{hint}</span>}
            </th>
            {figures.map((figure, at) => (
              <td key={series[at]} className="py-1 text-end">
                <FigureLink figure={figure} of={`${label}, ${series[at]}`} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
