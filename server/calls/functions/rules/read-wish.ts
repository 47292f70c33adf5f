import { type EpochMs, localDate } from "@/server/core/time";
import { describeWish } from "@/server/speech/rules/describe-wish";
import { understandTime } from "@/server/speech/rules/understand-time";
import type { OpeningHours, TimeWish } from "@/server/speech/schema";
import type { FunctionArgs } from "../schema";
import type { Phone, PhoneBranch } from "./phone";

/** A wall time, or a day that no calendar has, is for the language layer: it knows what to ask then. */
const INSTANT = /^(2[01]\d\d-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

export interface HeardWish {
  wish: TimeWish;
  /** The caller's words, for the record. */
  heard: string;
  /** What they were taken for, in words. */
  understood: string;
}

interface Listening {
  phone: Phone;
  args: FunctionArgs;
  branch: PhoneBranch;
  now: EpochMs;
}

/** When the caller wants to come, from an instant or from their own words; null when nothing was said of it. */
export function readWish({ phone, args, branch, now }: Listening): HeardWish | null {
  const { timezone: zone } = branch;
  const exact = args.starts_at ?? args.slot?.start;
  const heard = exact ?? [args.date, args.time, args.wish].filter(Boolean).join(", ");
  if (!heard) return null;
  const at = exact ? instantOf(exact) : null;
  const { language } = phone;
  const wish: TimeWish = at
    ? { ranges: [{ from: at, to: at, allDay: false }], exclude: [], assumptions: [], confidence: 1 }
    : understandTime(heard, {
        now,
        zone,
        language,
        hours: openingOf(branch),
        ...(branch.state && { state: branch.state }),
      });
  return { wish, heard, understood: describeWish(wish, { zone, language, now }) };
}

function instantOf(text: string): EpochMs | null {
  const [, date] = INSTANT.exec(text) ?? [];
  return localDate.safeParse(date).success ? Date.parse(text) || null : null;
}

/** One stretch for each row; a lunch break makes two. */
export function openingOf({ hours }: PhoneBranch): OpeningHours {
  return hours.flatMap(({ dayOfWeek: weekday, startTime, endTime, breakStart, breakEnd }) =>
    breakStart && breakEnd
      ? [
          { weekday, opens: startTime, closes: breakStart },
          { weekday, opens: breakEnd, closes: endTime },
        ]
      : [{ weekday, opens: startTime, closes: endTime }],
  );
}

/** The only instant that is meant, when it is one. */
export function exactStart({ ranges }: TimeWish): EpochMs | null {
  const [only, another] = ranges;
  return only && !another && only.from === only.to ? only.from : null;
}
