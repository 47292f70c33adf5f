import { z } from "zod";
import { openingHours } from "@/server/speech/schema";

const DAYS = ["so", "mo", "di", "mi", "do", "fr", "sa"];
const ENGLISH_DAYS = ["su", "mo", "tu", "we", "th", "fr", "sa"];
const ENTRY = /^(?:([a-z]{2})(?:-([a-z]{2}))? )?(\d\d:\d\d)-(\d\d:\d\d)$/;

/** A week as it is typed: "mo-fr 09:00-18:00, sa 09:00-13:00"; hours without a day hold for all; or the list as JSON. */
export const openingWeek = z.string().transform((text, check) => {
  const hours = text.startsWith("[") ? fromJson(text) : text.split(",").map((entry) => stretches(entry.trim()));
  const read = openingHours.safeParse(hours?.flat());
  if (read.success) return read.data;
  check.addIssue({ code: "custom", message: "opening_hours" });
  return z.NEVER;
});

function fromJson(text: string): unknown[] | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function stretches(entry: string): unknown[] {
  const [, first, last = first, opens, closes] = ENTRY.exec(entry.toLowerCase()) ?? [];
  if (opens === undefined) return [null];
  const [from, to] = first === undefined ? [0, 6] : [dayOf(first), dayOf(last ?? first)];
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => ({ weekday: (from + i) % 7, opens, closes }));
}

const dayOf = (name: string): number => Math.max(DAYS.indexOf(name), ENGLISH_DAYS.indexOf(name));
