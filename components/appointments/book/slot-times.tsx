"use client";

import type { ReactNode } from "react";
import type { FreeSlot } from "@/server/availability/schema";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { RadioCard, RadioCards } from "../../ui/radio-cards";
import { ClosedTime } from "./closed-time";
import { dayParts } from "./slot-days";

interface SlotTimesProps {
  slots: readonly FreeSlot[];
  /** Starts that nobody can have, shown between the others. */
  closed: readonly Date[];
  timezone: string;
  value: string;
  /** The closed one that somebody asks about. */
  asked: string | null;
  /** Said where it is asked. */
  answer: ReactNode;
  onChoose: (slot: FreeSlot) => void;
  onAsk: (startsAt: string) => void;
}

/** A day's free starts to click; the arrow keys walk through them. */
export function SlotTimes({ slots, closed, timezone, value, asked, answer, onChoose, onAsk }: SlotTimesProps) {
  const text = useText("appointments");
  const formatters = useFormatters(timezone);
  const handleChange = (startsAt: string) => {
    const slot = slots.find((each) => each.startsAt.toISOString() === startsAt);
    if (slot) onChoose(slot);
  };
  const all: { startsAt: Date; slot?: FreeSlot }[] = [
    ...slots.map((slot) => ({ startsAt: slot.startsAt, slot })),
    ...closed.map((startsAt) => ({ startsAt })),
  ].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return (
    <RadioCards
      aria-label={text("slots.times")}
      value={value}
      onValueChange={handleChange}
      className="flex flex-col gap-3"
    >
      {dayParts(all, timezone).map((part) => (
        <div key={part.key} className="flex flex-col gap-1.5">
          <p className="text-muted-foreground text-sm">{text(`slots.parts.${part.key}`)}</p>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-1.5">
            {part.starts.map(({ startsAt, slot }) =>
              slot ? (
                <RadioCard
                  key={startsAt.toISOString()}
                  value={startsAt.toISOString()}
                  className="whitespace-nowrap px-1"
                >
                  <span className="flex flex-col items-center leading-tight">
                    {formatters.time(startsAt)}
                    {slot.session && (
                      <span className="text-muted-foreground text-sm">
                        {text("slots.placesLeft", { count: slot.session.placesLeft })}
                      </span>
                    )}
                  </span>
                </RadioCard>
              ) : (
                <ClosedTime key={startsAt.toISOString()} {...{ startsAt, timezone, asked, onAsk }} />
              ),
            )}
          </div>
          {part.starts.some(({ startsAt }) => startsAt.toISOString() === asked) && answer}
        </div>
      ))}
    </RadioCards>
  );
}
