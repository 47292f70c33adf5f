import { localDate } from "@/server/core/time";
import { day, type Element, time } from "./elements";
import { type Rule, token } from "./grammar";

const ISO =
  /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})(?:[t ]([01]\d|2[0-4]):([0-5]\d)(?::\d{2}(?:\.\d+)?)?(z|[+-]\d{2}:?\d{2})?)?$/;

/** `2026-12-08`, `2026-12-08T14:30` (the branch's wall clock), `2026-12-08T14:30+01:00` (an instant): the same in every language. */
export const isoRule: Rule<Element[]> = token(["iso"], ({ text }) => {
  const parts = ISO.exec(text);
  if (!parts) return null;
  const [, year, month, date, hours, minutes, offset] = parts;
  if (offset) {
    if (!localDate.safeParse(`${year}-${month}-${date}`).success) return null;
    const instant = Date.parse(text.toUpperCase().replace(" ", "T"));
    return Number.isNaN(instant) ? null : time({ kind: "instant", at: instant });
  }
  const elements = day({ kind: "date", year: Number(year), month: Number(month), day: Number(date) });
  if (!hours) return elements;
  const clock = { minutes: Number(hours) * 60 + Number(minutes), exact: true };
  return [...elements, ...time({ kind: "at", clock })];
});
