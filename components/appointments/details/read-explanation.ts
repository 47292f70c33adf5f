/** How a telephone booking came about, as far as the stored trail tells it. */
export interface Explanation {
  /** The caller's own words, as the agent passed them on. */
  heard: string[];
  understood: string | null;
  /** What was taken for granted, as it was said aloud. */
  assumed: string[];
  offered: Offer[];
  chosen: Offer | null;
  /** Into the call, in seconds. */
  offeredAfterSec: number | null;
  chosenAfterSec: number | null;
  /** What the caller was told of cancelling. */
  policySaid: string | null;
}

export interface Offer {
  startsAt: string;
  staffName: string | null;
}

/** What of the agent's question is words rather than an id or somebody's contact. */
const WORDS = ["service", "staff", "branch", "date", "time", "wish"];

/** The trail is written by the telephone's functions and only shown here: whatever does not fit is left out. */
export function readExplanation(stored: Record<string, unknown> | null): Explanation | null {
  if (!stored) return null;
  const heard = asRecord(stored.heard);
  const explanation = {
    heard: WORDS.flatMap((name) => asText(heard?.[name]) ?? []),
    understood: asText(stored.understood),
    assumed: Array.isArray(stored.assumed) ? stored.assumed.flatMap((each) => asText(each) ?? []) : [],
    offered: Array.isArray(stored.offered) ? stored.offered.flatMap((each) => readOffer(each) ?? []) : [],
    chosen: readOffer(stored.chosen),
    offeredAfterSec: asNumber(stored.offeredAfterSec),
    chosenAfterSec: asNumber(stored.chosenAfterSec),
    policySaid: asText(stored.policySaid),
  };
  const { understood, offered, chosen } = explanation;
  return explanation.heard.length > 0 || understood || offered.length > 0 || chosen ? explanation : null;
}

function readOffer(value: unknown): Offer | null {
  const slot = asRecord(value);
  const startsAt = asText(slot?.starts_at);
  if (!startsAt || Number.isNaN(Date.parse(startsAt))) return null;
  return { startsAt, staffName: asText(slot?.staff_name) };
}

const asRecord = (value: unknown) =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
const asText = (value: unknown) => (typeof value === "string" && value ? value : null);
const asNumber = (value: unknown) => (typeof value === "number" ? value : null);
