import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { Skeleton } from "../ui/skeleton";

interface StatCardProps {
  label: string;
  value: string;
  /** Against the period before. `isGood` decides the colour: fewer no-shows are good. */
  change?: { text: string; direction: "up" | "down" | "flat"; isGood?: boolean; comparedTo: string };
  /** A sparkline, for example. */
  children?: ReactNode;
}

const arrows = { up: ArrowUpRight, down: ArrowDownRight, flat: ArrowRight };

export function StatCard({ label, value, change, children }: StatCardProps) {
  const Arrow = change && arrows[change.direction];
  const tone = change?.isGood === undefined || change.direction === "flat" ? "grey" : change.isGood ? "green" : "red";
  return (
    <article className="flex min-h-28 min-w-0 flex-col gap-1 rounded-lg border bg-card p-4">
      <h2 className="truncate font-medium text-muted-foreground text-sm">{label}</h2>
      <p className="truncate font-semibold text-2xl tabular-nums tracking-tight">{value}</p>
      {change && Arrow && (
        <p data-tone={tone} className="mt-auto flex flex-wrap items-center gap-x-1.5 text-sm">
          <span className="inline-flex items-center gap-0.5 whitespace-nowrap font-medium text-tone-text tabular-nums">
            <Arrow aria-hidden="true" className="size-3.5" />
            {change.text}
          </span>
          <span className="text-muted-foreground">{change.comparedTo}</span>
        </p>
      )}
      {children}
    </article>
  );
}

export function StatCardSkeleton() {
  return (
    <div className="flex min-h-28 flex-col gap-2 rounded-lg border bg-card p-4">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="h-8 w-20" />
      <Skeleton className="mt-auto h-4 w-32" />
    </div>
  );
}

/** Two figures beside each other on a phone, up to four on a desktop. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-3 pb-4 lg:grid-cols-4 lg:gap-4">{children}</div>;
}
