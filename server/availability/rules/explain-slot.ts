import type { EpochMs } from "@/server/core/time";
import type { UnbookableReason } from "../schema";
import type { CalendarData } from "./calendar-data";
import { findSlots } from "./find-slots";
import type { SlotWish } from "./slot";

export interface SlotQuestion extends SlotWish {
  startsAt: EpochMs;
}

/**
 * Why nothing can start at that instant, or null when it can.
 * `off_grid` comes last: but for the grid all is well, so whoever may choose freely can have it.
 */
export function explainSlot({ startsAt, ...wish }: SlotQuestion, data: CalendarData): UnbookableReason | null {
  return findSlots({ ...wish, from: startsAt, until: startsAt + 1 }, data).reason ?? null;
}
