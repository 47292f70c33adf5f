import type { SlotFacts } from "@/server/availability/chains/schema";
import { timesOfDay } from "@/server/core/time-of-day";
import { oneFullStop } from "../../shared/one-full-stop";
import type { useFormatters } from "../../shared/use-formatters";
import type { Text } from "../../shared/use-text";

interface Words {
  text: Text;
  formatters: ReturnType<typeof useFormatters>;
  locale: string;
}

/** The numbers behind a reason as sentences, as far as it has any. */
export function factLines(facts: SlotFacts, { text, formatters, locale }: Words): string[] {
  const { earliestStartsAt, lastDate, maxPerDay, bookedThatDay, openHours } = facts;
  const { neededMinutes, slotIntervalMinutes, staffCount, busyStaffCount, capacity, placesLeft } = facts;
  const lines: (string | false)[] = [
    earliestStartsAt !== undefined && text("why.facts.earliest", { when: formatters.dateTime(earliestStartsAt) }),
    lastDate !== undefined && text("why.facts.lastDay", { day: formatters.day(`${lastDate}T12:00:00Z`) }),
    maxPerDay !== undefined && text("why.facts.perDay", { booked: bookedThatDay ?? 0, most: maxPerDay }),
    openHours !== undefined && openHours.length > 0 && text("why.facts.open", { hours: hoursOf(openHours, locale) }),
    neededMinutes !== undefined && text("why.facts.needed", { duration: formatters.minutes(neededMinutes) }),
    slotIntervalMinutes !== undefined && text("why.facts.grid", { minutes: slotIntervalMinutes }),
    busyStaffCount !== undefined && text("why.facts.busy", { busy: busyStaffCount, all: staffCount ?? busyStaffCount }),
    capacity !== undefined && text("why.facts.places", { left: placesLeft ?? 0, all: capacity }),
  ];
  return lines.filter((line) => line !== false).map(oneFullStop);
}

export const hoursOf = (hours: { start: string; end: string }[], locale: string): string =>
  hours.map(({ start, end }) => timesOfDay({ from: start, until: end }, locale)).join(", ");
