import { type DayRef, type Element, isContent } from "./elements";

interface Offer {
  day: DayRef;
  from: number;
  to: number;
}

/**
 * "Sie sagten Freitag um zehn oder Montag um elf, dann nehme ich Montag": of alternatives at their own times the one is meant
 * whose day is named again. Nothing changes where that is none of them, or more than one.
 */
export function withChoice(elements: readonly Element[]): readonly Element[] {
  const last = elements.findLastIndex(isContent);
  const chosen = elements[last];
  if (chosen?.kind !== "day" || elements.slice(last + 1).some(({ kind }) => !IDLE.has(kind))) return elements;
  const leads = elements.slice(0, last).findLastIndex(({ kind }) => !IDLE.has(kind)) + 1;
  if (leads === last || !elements.slice(leads, last).some(({ kind }) => CHOOSES.has(kind))) return elements;
  const offers = offersOf(elements.slice(0, leads));
  const meant = offers?.filter(({ day }) => isSame(day, chosen.ref)) ?? [];
  const [offer] = meant;
  return offers && offer && meant.length === 1
    ? [...elements.slice(0, offers[0]?.from), ...elements.slice(offer.from, offer.to)]
    : elements;
}

/** What may stand beside the day that is chosen. */
const IDLE: ReadonlySet<Element["kind"]> = new Set(["word", "break", "wish", "fix", "hence"]);
const LINKS: ReadonlySet<Element["kind"]> = new Set(["or", "break"]);
const CHOOSES: ReadonlySet<Element["kind"]> = new Set(["break", "wish", "fix", "hence"]);

/** Each day with its own time, with nothing but "oder" or a pause between them; null where they are anything else. */
function offersOf(elements: readonly Element[]): Offer[] | null {
  const begin = elements.findIndex(isContent);
  const offers: Offer[] = [];
  for (let at = begin; at >= 0 && at < elements.length; at += 3) {
    const [day, time, link] = elements.slice(at, at + 3);
    if (day?.kind !== "day" || time?.kind !== "time" || time.ref.kind !== "at") return null;
    if (link && (!LINKS.has(link.kind) || ("instead" in link && link.instead))) return null;
    offers.push({ day: day.ref, from: at, to: at + 2 });
  }
  return offers.length > 1 ? offers : null;
}

const isSame = (one: DayRef, other: DayRef): boolean => JSON.stringify(one) === JSON.stringify(other);
