/** Two threads over and under two: the smallest weave there is. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} role="img" aria-label="Provabook">
      <rect width="32" height="32" rx="8" fill="#2b3a78" />
      <g fill="none" strokeWidth="3.5" strokeLinecap="round">
        <path stroke="#fff" d="M12 7v8.500m0 8V25M20 7v1.500M20 16.500V25" />
        <path stroke="#a9b8f5" d="M7 12h1.500M15.500 12H25M7 20h9.500M23.500 20H25" />
      </g>
    </svg>
  );
}
