"use client";

import { addDays, type LocalDate } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Skeleton } from "../../ui/skeleton";
import { type SlotSubject, useSlots } from "./use-slots";

interface NoSlotsProps {
  subject: SlotSubject;
  day: LocalDate;
  nextFree: LocalDate | undefined;
  onDay: (date: LocalDate) => void;
}

/** Why nothing can start on this day, and the way to the next one that has room. */
export function NoSlots({ subject, day, nextFree, onDay }: NoSlotsProps) {
  const text = useText("appointments");
  const utc = useFormatters("UTC");
  const { data } = useSlots(subject, { first: day, days: 1 });
  return (
    <div className="flex flex-col items-center gap-3 rounded-md bg-muted px-4 py-6 text-center">
      {data ? <p>{text(`slots.reasons.${data.reason ?? "fully_booked"}`)}</p> : <Skeleton className="h-5 w-56" />}
      <Button size="sm" onClick={() => onDay(nextFree ?? addDays(day, 7))}>
        {nextFree ? text("slots.nextFree", { day: utc.day(`${nextFree}T12:00:00Z`) }) : text("slots.weekLater")}
      </Button>
    </div>
  );
}
