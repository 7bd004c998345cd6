/** Keys as they stand on a keyboard; for who has one. */
export function Keys({ of: keys }: { of: readonly string[] }) {
  return (
    <span aria-hidden className="hidden shrink-0 gap-1 pointer-fine:flex">
      {keys.map((key) => (
        <kbd
          key={key}
          className="grid h-5 min-w-5 place-items-center rounded border border-line bg-sunken px-1 font-sans text-xs text-muted"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
