"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { type ComponentProps, useEffect, useId, useState } from "react";
import { toLocal } from "@/server/core/time-zone";
import { useTRPC } from "../../providers/trpc-provider";
import { Note } from "../../shared/note";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { DateInput, TimeInput } from "../../ui/date-input";
import { Label } from "../../ui/label";
import { SlotAlternatives } from "./slot-alternatives";
import type { SlotPicker } from "./slot-picker";
import { typedMoment } from "./typed-moment";
import { type ChosenSlot, type SlotSubject, toChosen } from "./use-slots";
import { WhyAnswer } from "./why-answer";

/** Any day and any time, as long as nobody and nothing is taken then; whatever the working hours say. */
export function AnyTimePicker({ subject, value, onChange, firstDay, refusal }: ComponentProps<typeof SlotPicker>) {
  const [text, errors] = [useText("appointments"), useText("errors")];
  const { timezone } = subject;
  const formatters = useFormatters(timezone);
  const id = useId();
  const today = toLocal(timezone, Date.now()).date;
  const [day, setDay] = useState(firstDay && firstDay > today ? firstDay : today);
  const [time, setTime] = useState("");
  const wanted = { ...subject, ignoresWorkingHours: true };
  const meant = typedMoment(timezone, { day, time });
  const at = typeof meant === "string" ? null : meant;
  const choice = useTimeAt(wanted, at);
  useEffect(() => {
    // What is chosen is what is free at the time in the fields, for what is wanted now.
    if (!isSame(value, choice)) onChange(choice);
  });
  const show = (startsAt: number) => {
    const local = toLocal(timezone, startsAt);
    setDay(local.date);
    setTime(local.time);
  };
  return (
    <div className="flex flex-col gap-3">
      <SlotAlternatives refusal={refusal} timezone={timezone} onChoose={({ startsAt }) => show(Date.parse(startsAt))} />
      <div className="flex flex-wrap gap-3">
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}day`}>{text("slots.date")}</Label>
          <DateInput id={`${id}day`} min={today} value={day} onChange={({ target }) => setDay(target.value)} />
        </div>
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}time`}>{text("override.time")}</Label>
          <TimeInput id={`${id}time`} step={300} value={time} onChange={({ target }) => setTime(target.value)} />
        </div>
      </div>
      {typeof meant === "string" && <Note tone="danger">{errors(`reasons.${meant}`)}</Note>}
      {choice ? (
        <p role="status" data-tone="warning" className="rounded-md bg-tone-subtle px-3 py-2.5 text-tone-text">
          {text("override.possible", {
            times: formatters.timeRange(choice.startsAt, choice.endsAt),
            staff: choice.staffName,
          })}
        </p>
      ) : (
        at !== null && (
          <WhyAnswer
            key={at}
            subject={wanted}
            startsAt={new Date(at).toISOString()}
            onOther={(other) => show(other.getTime())}
          />
        )
      )}
    </div>
  );
}

/** What can be had at that instant; null as long as nobody knows. */
function useTimeAt({ timezone: _, ...wanted }: SlotSubject, at: number | null): ChosenSlot | null {
  const input = at === null ? skipToken : { ...wanted, startsAt: new Date(at).toISOString() };
  // The answer below asks the same, and shows what went wrong.
  const { data } = useQuery(useTRPC().availability.explainSlot.queryOptions(input));
  return at !== null && data?.slot ? toChosen(data.slot) : null;
}

const isSame = (one: ChosenSlot | null, other: ChosenSlot | null): boolean =>
  one?.startsAt === other?.startsAt && one?.staffId === other?.staffId;
