"use client";

import type { ExceptionView } from "@/server/availability/exceptions/schema";
import { KIND_LOOKS, STATE_LOOKS } from "../../availability/absences/absence-look";
import { useHoursText } from "../../availability/absences/use-hours-text";
import { useWhenText } from "../../availability/absences/use-when-text";
import { StatusBadge } from "../../shared/status-badge";
import { useText } from "../../shared/use-text";

/** When, what and why; that it still has to be decided, or was refused, is said beside it. */
export function ResourceExceptionLine({ exception }: { exception: ExceptionView }) {
  const text = useText("absences");
  const whenText = useWhenText();
  const hoursText = useHoursText();
  const { kind, state, hours, reason } = exception;
  const times = hoursText(hours);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2">
      <div className="min-w-0 flex-1 basis-44">
        <p className="font-medium tabular-nums">{whenText(exception)}</p>
        {(times || reason) && (
          <p className="break-words text-muted-foreground text-sm">{[times, reason].filter(Boolean).join(" · ")}</p>
        )}
      </div>
      <span className="flex flex-wrap gap-1.5">
        <StatusBadge {...KIND_LOOKS[kind]} label={text(`kinds.${kind}`)} />
        {state !== "approved" && <StatusBadge {...STATE_LOOKS[state]} label={text(`states.${state}`)} />}
      </span>
    </li>
  );
}
