"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import type { SaidChanges } from "@/server/appointments/batches/schema";
import type { AppointmentView } from "@/server/appointments/schema";
import { useText } from "../../shared/use-text";
import { RefusedRow } from "./refused-row";

interface BulkResultProps {
  result: SaidChanges;
  /** As they were when it was asked for. */
  appointments: AppointmentView[];
}

/** How many went through, and of each other one why not. */
export function BulkResult({ result, appointments }: BulkResultProps) {
  const text = useText("appointments");
  return (
    <div role="status" className="flex flex-col gap-3">
      {result.changed > 0 && (
        <p data-tone="green" className="flex items-center gap-2 text-tone-text">
          <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
          {text("bulk.done", { count: result.changed })}
        </p>
      )}
      {result.refused > 0 && (
        <>
          <p data-tone="amber" className="flex items-center gap-2 text-tone-text">
            <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
            {text("bulk.refused", { count: result.refused })}
          </p>
          <ul className="flex flex-col gap-3">
            {result.results.map(({ appointmentId, error }) => {
              const appointment = appointments.find(({ id }) => id === appointmentId);
              return error && appointment && <RefusedRow key={appointmentId} appointment={appointment} error={error} />;
            })}
          </ul>
        </>
      )}
    </div>
  );
}
