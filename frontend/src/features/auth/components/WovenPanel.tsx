/** The cloth beside the form: a basket weave, three threads by three, in indigo. Drawn, not loaded. */
export function WovenPanel() {
  return (
    <aside className="relative hidden overflow-hidden bg-[#18214d] text-white lg:flex lg:flex-col lg:justify-end">
      <svg
        aria-hidden
        className="absolute inset-0 size-full [mask-image:linear-gradient(to_bottom,black_35%,transparent_85%)]"
      >
        <defs>
          <pattern id="weave" width="96" height="96" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
            <g fill="none" strokeLinecap="round" strokeWidth="7">
              <path stroke="#2d3c83" d="M10 6v36m14-36v36m14-36v36M58 54v36m14-36v36m14-36v36" />
              <path stroke="#3b4c9e" d="M54 10h36m-36 14h36m-36 14h36M6 58h36m-36 14h36m-36 14h36" />
            </g>
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="url(#weave)" />
      </svg>
      <div className="relative p-12 xl:p-16">
        <p className="max-w-lg text-3xl font-semibold leading-tight tracking-tight text-balance">
          Every order, from the first lab dip to the last carton.
        </p>
        <p className="mt-4 max-w-md text-[0.9375rem] leading-relaxed text-[#c4cdf5]">
          What is late, why, and who holds it: one place for samples, money, production and shipments.
        </p>
      </div>
    </aside>
  );
}
