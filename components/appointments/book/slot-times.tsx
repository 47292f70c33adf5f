"use client";

import type { FreeSlot } from "@/server/availability/schema";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { RadioCard, RadioCards } from "../../ui/radio-cards";
import { dayParts } from "./slot-days";

interface SlotTimesProps {
  slots: readonly FreeSlot[];
  timezone: string;
  value: string;
  onChoose: (slot: FreeSlot) => void;
}

/** A day's free starts to click; the arrow keys walk through them. */
export function SlotTimes({ slots, timezone, value, onChoose }: SlotTimesProps) {
  const text = useText("appointments");
  const formatters = useFormatters(timezone);
  const handleChange = (startsAt: string) => {
    const slot = slots.find((each) => each.startsAt.toISOString() === startsAt);
    if (slot) onChoose(slot);
  };
  return (
    <RadioCards
      aria-label={text("slots.times")}
      value={value}
      onValueChange={handleChange}
      className="flex flex-col gap-3"
    >
      {dayParts(slots, timezone).map((part) => (
        <div key={part.key} className="flex flex-col gap-1.5">
          <p className="text-muted-foreground text-sm">{text(`slots.parts.${part.key}`)}</p>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-1.5">
            {part.slots.map((slot) => (
              <RadioCard
                key={slot.startsAt.toISOString()}
                value={slot.startsAt.toISOString()}
                className="whitespace-nowrap px-1"
              >
                <span className="flex flex-col items-center leading-tight">
                  {formatters.time(slot.startsAt)}
                  {slot.session && (
                    <span className="text-muted-foreground text-sm">
                      {text("slots.placesLeft", { count: slot.session.placesLeft })}
                    </span>
                  )}
                </span>
              </RadioCard>
            ))}
          </div>
        </div>
      ))}
    </RadioCards>
  );
}
