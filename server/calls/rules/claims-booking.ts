import type { TranscriptTurn } from "./provider-call";

const CLAIMS = [
  /\b(ist|habe|haben|wurde|sind)\b[^.?!]*\b(gebucht|eingetragen|reserviert|vereinbart)\b/i,
  /\btermin\b[^.?!]*\b(steht|bestätigt|notiert)\b/i,
  /\b(i have|i've|it is|it's|is|has been|are)\b[^.?!]*\b(booked|scheduled|confirmed)\b/i,
];
const DENIALS =
  /\b(nicht|kein(e|en)?|leider|schon vergeben|soll|soll(t)?en|möchten|wollen|könnte|würde|wenn|sobald|not|unfortunately|can't|cannot|couldn't|shall|should|would|if|already|bereits|ausgebucht)\b/i;

/** The sentence with which the agent says that it has booked, if there is one; questions and refusals are none. */
export function claimedBooking(turns: readonly TranscriptTurn[]): string | null {
  const sentences = turns
    .filter(({ role }) => role === "agent")
    .flatMap(({ text }) => text.match(/[^.?!]+[.?!]*/g) ?? []);
  const claim = sentences.find(
    (sentence) =>
      !sentence.includes("?") && !DENIALS.test(sentence) && CLAIMS.some((pattern) => pattern.test(sentence)),
  );
  return claim?.trim() ?? null;
}
