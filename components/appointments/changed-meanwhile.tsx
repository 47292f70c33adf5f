"use client";

import { useFormContext } from "react-hook-form";
import type { AppointmentView } from "@/server/appointments/schema";
import { readRefusal } from "../shared/refusal";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { describeDifference } from "./describe-difference";

interface ChangedMeanwhileProps {
  /** As it stood when the dialog was opened. */
  appointment: AppointmentView;
  /** What the last attempt was refused with. */
  error: unknown;
}

/** Somebody else was faster: what is different now, and the way to go on with it all the same. */
export function ChangedMeanwhile({ appointment, error }: ChangedMeanwhileProps) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment.timezone);
  const form = useFormContext();
  const refusal = readRefusal(error);
  const current = refusal.details.current as AppointmentView | undefined;
  if (refusal.code !== "VERSION_CONFLICT" || !current) return null;
  const isTaken = form.watch("version") === current.version;
  const differences = describeDifference(appointment, current, {
    when: (at) => formatters.dateTime(at),
    status: (status) => text(`status.${status}`),
  });
  return (
    <div
      role="status"
      data-tone="amber"
      className="flex flex-col gap-2 rounded-md bg-tone-subtle px-3 py-2.5 text-tone-text"
    >
      <p className="font-medium">{text("conflict.title")}</p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {differences.map(({ key, from, to }) => (
          <li key={key}>{text(`conflict.${key}`, { from, to })}</li>
        ))}
        {differences.length === 0 && <li>{text("conflict.other")}</li>}
      </ul>
      {isTaken ? (
        <p>{text("conflict.taken")}</p>
      ) : (
        <Button size="sm" className="self-start" onClick={() => form.setValue("version", current.version)}>
          {text("conflict.goOn")}
        </Button>
      )}
    </div>
  );
}
