/** The cloth beside the form: a plain weave in indigo, drawn and not loaded. */
export function WovenPanel() {
  return (
    <aside className="relative hidden overflow-hidden bg-[#1a2454] text-white lg:block">
      <svg aria-hidden className="absolute inset-0 size-full">
        <defs>
          <pattern id="weave" width="56" height="56" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="56" height="56" fill="#1a2454" />
            <g fill="#22306c">
              <rect x="3" y="0" width="22" height="28" rx="3" />
              <rect x="31" y="28" width="22" height="28" rx="3" />
            </g>
            <g fill="#2b3b82">
              <rect x="28" y="3" width="28" height="22" rx="3" />
              <rect x="0" y="31" width="28" height="22" rx="3" />
            </g>
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="url(#weave)" />
      </svg>
      <div className="absolute inset-x-0 bottom-0 bg-[#1a2454]/90 p-12">
        <p className="max-w-md text-2xl font-semibold leading-snug tracking-tight">
          Every order, from the first lab dip to the last carton.
        </p>
        <p className="mt-3 max-w-md text-[0.9375rem] text-[#c4cdf5]">
          What is late, why, and who holds it: one place for merchandisers, managers and mills’ promises.
        </p>
      </div>
    </aside>
  );
}
