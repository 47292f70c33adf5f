import { type EpochMs, toLocal } from "@/server/core/time";
import { detectLanguage } from "@/server/speech/rules/detect-language";
import { understandTime } from "@/server/speech/rules/understand-time";
import type { ReadTimes } from "./claims";

/** Reads the times in the agent's sentences as a caller of that moment and place does; what stays open names none. */
export function readTimesAt({ now, zone }: { now: EpochMs; zone: string }): ReadTimes {
  const dayOf = (at: EpochMs) => toLocal(zone, at).date;
  return (statement) => {
    const { ranges, ask } = understandTime(statement, { now, zone, language: detectLanguage(statement) });
    if (ask) return null;
    const instants = ranges.flatMap(({ from, to }) => (from === to ? [from] : []));
    const days = ranges.flatMap(({ from, to, allDay }) =>
      allDay && dayOf(from) === dayOf(to - 1) ? [dayOf(from)] : [],
    );
    return { instants, days, dayOf };
  };
}
