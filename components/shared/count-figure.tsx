import { Skeleton } from "../ui/skeleton";

interface CountFigureProps {
  /** What the section is called for those who can't see it. */
  sectionLabel: string;
  label: string;
  /** Undefined while it is counted, null where that failed. */
  count: string | null | undefined;
  /** What is worth knowing beside it. */
  hint: string | undefined;
}

/** The one figure above a list. */
export function CountFigure({ sectionLabel, label, count, hint }: CountFigureProps) {
  return (
    <section aria-label={sectionLabel} className="pb-4">
      <dl className="flex w-full flex-col rounded-lg border bg-card px-4 py-3 sm:w-80">
        <dt className="font-medium text-muted-foreground text-sm">{label}</dt>
        {count === undefined ? (
          <dd>
            <Skeleton className="my-0.5 h-6 w-14" />
          </dd>
        ) : count === null ? (
          <dd className="text-muted-foreground text-xl">–</dd>
        ) : (
          <dd className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold text-xl tabular-nums tracking-tight">{count}</span>
            <span className="text-muted-foreground text-sm">{hint}</span>
          </dd>
        )}
      </dl>
    </section>
  );
}
