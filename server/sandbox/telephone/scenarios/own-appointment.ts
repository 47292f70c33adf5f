import type { Answer, Conversation } from "../conversation";
import {
  askUntilSettled,
  type CallerValues,
  greet,
  identify,
  type Outcome,
  offersOf,
  outcome,
  sayGoodbye,
  sayOf,
} from "../scenario";

interface OwnAppointment {
  appointment_id: string;
  service_name?: string;
}

/** A customer cancels the next appointment, having proved who is calling. */
export async function cancel(talk: Conversation, values: CallerValues): Promise<Outcome> {
  const found = await findOwn(talk, `Hallo, ich muss leider meinen Termin absagen. ${values.reason}.`);
  if (!found) return nothingFound(talk);
  const args = { appointment_id: found.appointment_id, reason: values.reason };
  const cancelled = await askUntilSettled(talk, { name: "cancel-appointment", args, values });
  return finish(talk, { answer: cancelled, done: "hat den Termin abgesagt", wanted: "wollte den Termin absagen" });
}

/** A customer moves the next appointment to another free time. */
export async function reschedule(talk: Conversation, values: CallerValues): Promise<Outcome> {
  const found = await findOwn(talk, `Hallo, ich möchte meinen Termin gern verschieben, am besten auf ${values.wish}.`);
  if (!found) return nothingFound(talk);
  const service = found.service_name ?? values.service;
  const check = await talk.ask("check-availability", { service, wish: values.wish });
  await talk.agent(sayOf(check));
  const [offer] = offersOf(check);
  if (!offer) {
    await talk.user("Dann lasse ich es bei dem alten Termin.");
    return outcome("Kein freier Ausweichtermin gefunden.", false);
  }
  await talk.user("Ja, das passt.");
  const args = { appointment_id: found.appointment_id, slot_id: offer.slot_id };
  const moved = await askUntilSettled(talk, { name: "reschedule-appointment", args, values });
  return finish(talk, { answer: moved, done: "hat den Termin verschoben", wanted: "wollte den Termin verschieben" });
}

async function findOwn(talk: Conversation, opening: string): Promise<OwnAppointment | null> {
  await greet(talk);
  await talk.user(opening);
  await identify(talk);
  const answer = await talk.ask("find-appointments", {});
  const [first] = Array.isArray(answer.appointments) ? (answer.appointments as OwnAppointment[]) : [];
  await talk.agent(sayOf(answer));
  if (first) await talk.user("Ja, genau den meine ich.");
  return first ?? null;
}

async function nothingFound(talk: Conversation): Promise<Outcome> {
  await talk.user("Ach so, dann habe ich mich geirrt. Danke!");
  return outcome("Zum Anrufer wurde kein kommender Termin gefunden.", false);
}

async function finish(
  talk: Conversation,
  { answer, done, wanted }: { answer: Answer; done: string; wanted: string },
): Promise<Outcome> {
  await talk.agent(sayOf(answer));
  await sayGoodbye(talk);
  return answer.success === true ? outcome(`Der Anrufer ${done}.`, true) : outcome(`Der Anrufer ${wanted}.`, false);
}
