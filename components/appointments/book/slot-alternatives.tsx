"use client";

import { readRefusal } from "../../shared/refusal";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import type { ChosenSlot } from "./use-slots";

interface SlotAlternativesProps {
  refusal: unknown;
  timezone: string;
  onChoose: (slot: ChosenSlot) => void;
}

/** When somebody else was faster: the nearest other times, to click. */
export function SlotAlternatives({ refusal, timezone, onChoose }: SlotAlternativesProps) {
  const text = useText("appointments");
  const formatters = useFormatters(timezone);
  const alternatives = readAlternatives(refusal);
  if (alternatives.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{text("slots.alternatives")}</p>
      <div className="flex flex-wrap gap-1.5">
        {alternatives.map((slot) => (
          <Button key={slot.startsAt} onClick={() => onChoose(slot)}>
            {formatters.dateTime(slot.startsAt)}
            <span className="font-normal text-muted-foreground">{slot.staffName}</span>
          </Button>
        ))}
      </div>
    </div>
  );
}

/** APPOINTMENT_CONFLICT brings them in its details. */
function readAlternatives(refusal: unknown): ChosenSlot[] {
  if (refusal == null) return [];
  const { code, details } = readRefusal(refusal);
  if (code !== "APPOINTMENT_CONFLICT" || !Array.isArray(details.alternatives)) return [];
  return details.alternatives.map(({ starts_at, ends_at, staff_id, staff_name }) => ({
    startsAt: new Date(starts_at).toISOString(),
    endsAt: new Date(ends_at).toISOString(),
    staffId: staff_id,
    staffName: staff_name,
  }));
}
