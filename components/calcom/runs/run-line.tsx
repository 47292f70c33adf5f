"use client";

import type { RunView } from "@/server/calcom/reconciliation/schema";
import { RelativeTime } from "../../shared/relative-time";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";

const TONE = { running: "blue", finished: "success", failed: "danger" } as const;

/** One comparison: what it was, how far it is or how it ended, and what came of it. */
export function RunLine({ run }: { run: RunView }) {
  const text = useText("calcom-runs");
  const errors = useText("errors");
  const { kind, state, counts, progress, failedReason } = run;
  const percent = Math.round(progress * 100);
  const reason =
    failedReason && errors.has(`reasons.${failedReason}`) ? errors(`reasons.${failedReason}`) : failedReason;
  return (
    <li className="flex flex-col gap-1.5 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{text(`kinds.${kind}`)}</span>
        <Badge tone={TONE[state]}>{text(`states.${state}`)}</Badge>
        <span className="text-muted-foreground text-sm">
          <RelativeTime at={run.endedAt ?? run.startedAt} />
          {run.startedBy && ` · ${run.startedBy}`}
        </span>
      </div>
      {state === "running" && (
        <progress
          className="h-2 w-full accent-primary"
          max={100}
          value={percent}
          aria-label={text("progress", { percent })}
        />
      )}
      <p className="text-muted-foreground text-sm tabular-nums">{text("counts", { ...counts })}</p>
      {reason && <p className="text-sm">{reason}</p>}
    </li>
  );
}
