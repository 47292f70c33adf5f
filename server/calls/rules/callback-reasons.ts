import type { SpeechLanguage } from "@/server/speech/schema";
import type { CallAlarm, FalseClaim } from "./alarm";

type Said = Omit<FalseClaim, "alarm">;
type Reasons = Record<CallAlarm, (said: Said) => string> & { lost_race: () => string };

const german: Reasons = {
  claimed_booking: ({ sentence, claimed, happened }) =>
    happened > 0
      ? `Im Gespräch wurden ${claimed} Termine zugesagt, gebucht ${happened === 1 ? "ist 1" : `sind ${happened}`}: „${sentence}“`
      : `Im Gespräch wurde ein Termin zugesagt, der nicht gebucht ist: „${sentence}“`,
  claimed_move: ({ sentence }) => `Im Gespräch wurde ein Termin verlegt genannt, der nicht verlegt ist: „${sentence}“`,
  claimed_cancellation: ({ sentence, claimed, happened }) =>
    happened > 0
      ? `Im Gespräch wurden ${claimed} Termine abgesagt genannt, abgesagt ${happened === 1 ? "ist 1" : `sind ${happened}`}: „${sentence}“`
      : `Im Gespräch wurde ein Termin abgesagt genannt, der noch besteht: „${sentence}“`,
  claimed_callback: ({ sentence }) =>
    `Im Gespräch wurde ein Rückruf versprochen, den niemand notiert hat: „${sentence}“`,
  failure: () => "Das Gespräch konnte nicht bedient werden: Der Telefonagent oder seine Auskunft ist ausgefallen.",
  lost_race: () => "Die gewünschte Zeit war im Gespräch mehrmals gerade vergeben; gebucht ist nichts.",
};

const english: Reasons = {
  claimed_booking: ({ sentence, claimed, happened }) =>
    happened > 0
      ? `${claimed} appointments were promised in the call, ${happened === 1 ? "1 is" : `${happened} are`} booked: “${sentence}”`
      : `An appointment was promised in the call that is not booked: “${sentence}”`,
  claimed_move: ({ sentence }) => `An appointment was said to be moved in the call that is not: “${sentence}”`,
  claimed_cancellation: ({ sentence, claimed, happened }) =>
    happened > 0
      ? `${claimed} appointments were said to be cancelled in the call, ${happened === 1 ? "1 is" : `${happened} are`}: “${sentence}”`
      : `An appointment was said to be cancelled in the call that still stands: “${sentence}”`,
  claimed_callback: ({ sentence }) => `A callback was promised in the call that nobody noted: “${sentence}”`,
  failure: () => "The caller could not be served: the telephone agent or what it asks failed.",
  lost_race: () => "The time that was wanted had just been taken several times in the call; nothing is booked.",
};

/** Why somebody of the team is to call back though nobody asked for it, in the business's own language. */
export const callbackReasons: Record<SpeechLanguage, Reasons> = { de: german, en: english };
