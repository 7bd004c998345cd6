import { FlaskConical } from 'lucide-react';

export function DemoBanner() {
  return (
    <aside
      aria-label="Demo house"
      className="flex items-center justify-center gap-2 bg-warn-tint print:hidden px-4 py-1.5 text-center text-[0.8125rem] text-warn"
    >
      <FlaskConical aria-hidden className="size-4 shrink-0" />
      <span>Demo house: made-up data, known passwords. Enter nothing real.</span>
    </aside>
  );
}
