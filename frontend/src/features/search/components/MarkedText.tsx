import { Fragment } from 'react';
import type { MarkedTextDto } from '@/shared/api/generated';

/** A text with what was asked marked in it. */
export function MarkedText({ of: { text, marks } }: { of: MarkedTextDto }) {
  const starts = marks.map(({ from }, at) => text.slice(marks[at - 1]?.to ?? 0, from));
  return (
    <>
      {marks.map(({ from, to }, at) => (
        <Fragment key={from}>
          {starts[at]}
          <mark className="rounded-xs bg-warn-tint font-semibold text-inherit">{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
