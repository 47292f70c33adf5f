"use client";

import { useState } from "react";
import type { FreeSlot } from "@/server/availability/schema";
import { addDays, type LocalDate, toLocal } from "@/server/core/time-zone";
import { ErrorState } from "../../shared/error-state";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { Skeleton } from "../../ui/skeleton";
import { DayStrip } from "./day-strip";
import { NoSlots } from "./no-slots";
import { SlotAlternatives } from "./slot-alternatives";
import { DAYS_SHOWN, slotsByDay } from "./slot-days";
import { SlotTimes } from "./slot-times";
import { type ChosenSlot, type SlotSubject, toChosen, useClosedStarts, useSlots } from "./use-slots";
import { WhyAnswer } from "./why-answer";
import { WhyClosed } from "./why-closed";

interface SlotPickerProps {
  subject: SlotSubject;
  value: ChosenSlot | null;
  onChange: (slot: ChosenSlot | null) => void;
  /** Opens on this day instead of today. */
  firstDay?: LocalDate;
  /** A time that was wished for and is not free: it says why. */
  missed?: string | null;
  /** The refusal of an attempt to book: its alternatives are offered to click. */
  refusal?: unknown;
}

/** Real free slots, day by day; one that somebody else takes meanwhile disappears by itself. */
export function SlotPicker({ subject, value, onChange, firstDay, missed = null, refusal }: SlotPickerProps) {
  const { timezone } = subject;
  const text = useText("appointments");
  const today = toLocal(timezone, Date.now()).date;
  const [first, setFirst] = useState(firstDay && firstDay > today ? firstDay : today);
  const [chosenDay, setChosenDay] = useState<LocalDate | null>(null);
  const week = useSlots(subject, { first, days: DAYS_SHOWN });
  const [asked, setAsked] = useState<string | null>(null);
  const [showsClosed, setShowsClosed] = useState(false);
  const byDay = week.data && slotsByDay(week.data.slots, timezone);
  const dayOf = (startsAt: string) => toLocal(timezone, Date.parse(startsAt)).date;
  const day = chosenDay ?? (missed ? dayOf(missed) : byDay?.keys().next().value) ?? first;
  const question = [asked, value ? null : missed].find((one) => one && dayOf(one) === day) ?? null;
  const { starts: closed, ...closedQuery } = useClosedStarts(subject, { date: day, isShown: showsClosed });
  const slots = byDay?.get(day) ?? [];

  const showFrom = (next: LocalDate, nextDay: LocalDate | null = null) => {
    setFirst(next);
    setChosenDay(nextDay);
  };
  const handleAlternative = (slot: ChosenSlot) => {
    const { date } = toLocal(timezone, Date.parse(slot.startsAt));
    showFrom(date, date);
    setAsked(null);
    onChange(slot);
  };
  /** The day stays, whatever turns out to be free first. */
  const ask = (startsAt: string | null) => {
    setAsked(startsAt);
    if (startsAt) setChosenDay(dayOf(startsAt));
  };
  const showDayOf = (startsAt: Date) => showFrom(dayOf(startsAt.toISOString()), dayOf(startsAt.toISOString()));
  const isListed = closed.some((startsAt) => startsAt.toISOString() === question);
  const answer = question && <WhyAnswer key={question} {...{ subject }} startsAt={question} onOther={showDayOf} />;
  const chooseSlot = (slot: FreeSlot) => {
    setAsked(null);
    onChange(toChosen(slot));
  };
  return (
    <div className="flex flex-col gap-3">
      <SlotAlternatives refusal={refusal} timezone={timezone} onChoose={handleAlternative} />
      <DayStrip
        first={first}
        day={day}
        today={today}
        freeOn={(date) => byDay && (byDay.get(date)?.length ?? 0)}
        onDay={setChosenDay}
        onStrip={showFrom}
      />
      {byDay && isGone(value, { timezone, first, byDay }) && <Note tone="warning">{text("slots.gone")}</Note>}
      {week.isError ? (
        <ErrorState error={week.error} onRetry={() => week.refetch()} />
      ) : !byDay ? (
        <TimesSkeleton />
      ) : (
        <>
          {slots.length === 0 && (
            <NoSlots
              subject={subject}
              day={day}
              nextFree={[...byDay.keys()].find((date) => date > day)}
              onDay={(date) => (date < addDays(first, DAYS_SHOWN) ? setChosenDay(date) : showFrom(date))}
            />
          )}
          {slots.length + closed.length > 0 && (
            <SlotTimes
              {...{ slots, closed, timezone }}
              value={value?.startsAt ?? ""}
              asked={question}
              answer={isListed && answer}
              onChoose={chooseSlot}
              onAsk={ask}
            />
          )}
        </>
      )}
      {!isListed && answer}
      {closedQuery.error && <ErrorState error={closedQuery.error} onRetry={() => void closedQuery.retry()} />}
      <WhyClosed {...{ day, timezone }} isShown={showsClosed} onShow={setShowsClosed} onAsk={ask} />
    </div>
  );
}

interface Shown {
  timezone: string;
  first: LocalDate;
  byDay: ReturnType<typeof slotsByDay>;
}

/** Somebody else was faster: the chosen start lies in the days shown, and is not free any more. */
function isGone(value: ChosenSlot | null, { timezone, first, byDay }: Shown): boolean {
  if (!value) return false;
  const { date } = toLocal(timezone, Date.parse(value.startsAt));
  if (date < first || date >= addDays(first, DAYS_SHOWN)) return false;
  return !byDay.get(date)?.some((slot) => slot.startsAt.toISOString() === value.startsAt);
}

function TimesSkeleton() {
  return (
    <div aria-busy="true" className="grid grid-cols-4 gap-1.5 sm:grid-cols-5">
      {Array.from({ length: 15 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <Skeleton key={index} className="h-(--control)" />
      ))}
    </div>
  );
}
