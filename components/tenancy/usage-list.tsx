"use client";

import type { UsageView } from "@/server/tenancy/schema";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";

const toneOf = (share: number) => (share >= 1 ? "danger" : share >= 0.8 ? "warning" : "brand");

/** What there is of each thing that the contract limits, and how near the limit is. */
export function UsageList({ usage }: { usage: UsageView[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {usage.map((line) => (
        <UsageLine key={line.what} line={line} />
      ))}
    </ul>
  );
}

function UsageLine({ line: { what, used, limit } }: { line: UsageView }) {
  const text = useText("usage");
  const format = useFormatters();
  const share = limit === null ? 0 : limit === 0 ? 1 : used / limit;
  return (
    <li data-tone={toneOf(share)} className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>{text(`what.${what}`)}</span>
        <span className="text-muted-foreground tabular-nums">
          {limit === null
            ? text("unlimited", { used: format.number(used) })
            : text("used", { used: format.number(used), limit: format.number(limit) })}
        </span>
      </p>
      {limit !== null && (
        <div className="h-1.5 overflow-hidden rounded-full bg-neutral-4">
          <div className="h-full rounded-full bg-tone" style={{ width: `${Math.min(100, share * 100)}%` }} />
        </div>
      )}
    </li>
  );
}
