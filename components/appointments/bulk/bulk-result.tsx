"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ChangedAppointments } from "@/server/appointments/schema";
import { useText } from "../../shared/use-text";

interface BulkResultProps {
  result: ChangedAppointments;
  nameOf: (appointmentId: string) => string;
}

/** How many went through, and of each other one why not. */
export function BulkResult({ result, nameOf }: BulkResultProps) {
  const text = useText("appointments");
  const errors = useText("errors");
  const say = ({ code, reason }: { code: string; reason: string }) =>
    errors.has(`reasons.${reason}`) ? errors(`reasons.${reason}`) : errors(`codes.${code}`);
  return (
    <div role="status" className="flex flex-col gap-3">
      <p data-tone="green" className="flex items-center gap-2 text-tone-text">
        <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
        {text("bulk.done", { count: result.changed })}
      </p>
      {result.refused > 0 && (
        <>
          <p data-tone="amber" className="flex items-center gap-2 text-tone-text">
            <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
            {text("bulk.refused", { count: result.refused })}
          </p>
          <ul className="flex max-h-64 flex-col gap-2 overflow-y-auto">
            {result.results.map(
              ({ appointmentId, error }) =>
                error && (
                  <li key={appointmentId}>
                    <span className="font-medium">{nameOf(appointmentId)}</span>
                    <span className="block text-muted-foreground text-sm">{say(error)}</span>
                  </li>
                ),
            )}
          </ul>
        </>
      )}
    </div>
  );
}
