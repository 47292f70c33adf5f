"use client";

import type { ImportView } from "@/server/appointments/imports/schema";
import { useText } from "../../shared/use-text";

/** How many lines are behind us in what is being done just now. */
export function progressOf({ status, total, counts }: Pick<ImportView, "status" | "total" | "counts">) {
  const left = { checking: counts.new, running: counts.ready, undoing: counts.done }[status as string] ?? 0;
  return { done: total - left, total, isAtWork: ["checking", "running", "undoing"].includes(status) };
}

/** A bar while it works, and in words what came of it. */
export function ImportProgress({ job }: { job: ImportView }) {
  const text = useText("imports");
  const { done, total, isAtWork } = progressOf(job);
  const { ready, problem, failed, done: made, undone, kept } = job.counts;
  const parts = Object.entries({ ready, problem, done: made, failed, undone, kept }).filter(([, count]) => count > 0);
  return (
    <div className="flex flex-col gap-2">
      {isAtWork && (
        <progress
          aria-label={text(`status.${job.status}`)}
          value={done}
          max={total}
          className="h-2 w-full overflow-hidden rounded-full accent-primary"
        />
      )}
      <p role="status" className="flex flex-wrap gap-x-4 gap-y-1">
        {isAtWork && <span className="tabular-nums">{text("progress", { done, total })}</span>}
        {parts.map(([state, count]) => (
          <span key={state} className="tabular-nums">
            {text(`counts.${state}`, { count })}
          </span>
        ))}
        {job.newCustomers > 0 && <span>{text("counts.newCustomers", { count: job.newCustomers })}</span>}
      </p>
      {job.status === "failed" && (
        <p data-tone="danger" className="text-tone-text">
          {text("failed")}
        </p>
      )}
    </div>
  );
}
