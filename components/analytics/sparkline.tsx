import { sparklinePaths } from "./sparkline-path";

const BOX = { width: 120, height: 28 };

/** The course of a figure, for the eye only: the number beside it says the rest. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const paths = sparklinePaths(values, BOX);
  return (
    <div aria-hidden="true" className="mt-2 h-8">
      {paths && (
        <svg
          viewBox={`0 -2 ${BOX.width} ${BOX.height + 4}`}
          preserveAspectRatio="none"
          className="size-full overflow-visible"
          role="presentation"
        >
          <path d={paths.area} className="fill-primary-subtle" />
          <path
            d={paths.line}
            fill="none"
            strokeWidth="1.75"
            strokeLinejoin="round"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
            className="stroke-primary"
          />
        </svg>
      )}
    </div>
  );
}
