"use client";

import type { AppointmentView } from "@/server/appointments/schema";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { type RefusalOfRow, refusalWords } from "./refusal-words";

/** Whose appointment it is, why it stayed as it was, and what would be possible instead. */
export function RefusedRow({ appointment, error }: { appointment: AppointmentView; error: RefusalOfRow }) {
  const text = useText("appointments");
  const fees = useText("fees");
  const formatters = useFormatters(appointment.timezone);
  const money = (cents: number) => formatters.money(cents, appointment.currency);
  const words = refusalWords(error, { appointment, text, fees, money, when: formatters.dateTime });
  return (
    <li>
      <p className="font-medium">{`${appointment.customer.name}, ${formatters.dateTime(appointment.startsAt)}`}</p>
      <p className="text-sm">{error.message}</p>
      {words.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-muted-foreground text-sm">
          {words.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
