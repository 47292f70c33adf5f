/** What Cal.com, or our own side on the way there, says in words of its own, and what it means. */
const MEANINGS = [
  ["taken", /already has booking at this time|is not available|booking_conflict/i],
  ["past", /meeting in the past/i],
  ["out_of_window", /can't be booked at the "start" time/i],
  ["other_length", /can't be booked for \d+ minutes|lengthInMinutes|possible lengths/i],
  ["not_mapped", /^no event type for /],
  ["already_begun", /^begun already/],
  ["no_contact", /neither phone nor e-mail|email is required/i],
  ["key_refused", /api key is not valid|No authentication method/i],
  ["gone", /not found|does not exist/i],
  ["not_understood", /could not be understood/],
] as const;

export type SyncRefusal = (typeof MEANINGS)[number][0] | "other";

/** Which of the known refusals it is; the words themselves are shown beside what it means. */
export function refusalOf(said: string): SyncRefusal {
  return MEANINGS.find(([, words]) => words.test(said))?.[0] ?? "other";
}
