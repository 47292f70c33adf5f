import type { FinalState, StandingAppointment } from "./final-state";
import type { Played } from "./play";
import type { Proof, Scenario, WantedAppointment } from "./scenario";

/** What became of one conversation, judged by what stands in the database and by what was said on the line. */
export interface Grade {
  name: string;
  proves: Proof;
  /** What the caller said that belongs into a field, and how much of it stands there. */
  fieldsSaid: number;
  fieldsRight: number;
  bookingsWanted: number;
  bookingsRight: number;
  /** Appointments that stand and that nobody wanted. */
  bookingsFalse: number;
  /** Answers without a sentence, errors, and whatever took longer than the line waits. */
  silences: number;
  /** In words, what is not as it should be. */
  wrongs: string[];
}

/** How long the provider waits for a function. */
const PATIENCE_MS = 5_000;
const FIELDS = ["service", "at", "staff", "customer", "phone", "email", "notes"] as const;

export function grade({ name, proves, expects }: Scenario, played: Played): Grade {
  const made = madeIn(played);
  const { booked: wanted = [] } = expects;
  const left = [...made];
  const pairs = wanted.map((wish) => ({ wish, found: takeNearest(left, wish) }));
  const fields = pairs.flatMap(({ wish, found }) => fieldsOf(wish, found));
  const wrongFields = fields.filter(({ isRight }) => !isRight);
  const silences = played.steps.filter(isSilent);
  const wrongs = [
    ...wrongFields.map(({ field, said, stands }) => `${field} is ${stands ?? "nowhere"} and was said as ${said}`),
    ...left.map(({ service, at }) => `${service} at ${at} was never wanted`),
    ...silences.map(({ function: fn, status, answer }) => `silence: ${fn} ${status} ${JSON.stringify(answer)}`),
    ...existingWrongs(played, expects.existing),
    ...callbackWrongs(played.after, expects.callback),
    ...saidWrongs(played, expects),
  ];
  if (expects.outcome && played.after.outcome !== expects.outcome)
    wrongs.push(`the call counts as ${played.after.outcome}, not ${expects.outcome}`);
  return {
    ...{ name, proves, wrongs, silences: silences.length },
    fieldsSaid: fields.length,
    fieldsRight: fields.length - wrongFields.length,
    bookingsWanted: wanted.length,
    bookingsRight: pairs.filter(({ wish, found }) => fieldsOf(wish, found).every(({ isRight }) => isRight)).length,
    bookingsFalse: left.length,
  };
}

const stands = ({ status }: StandingAppointment) => status !== "cancelled";

function madeIn({ before, after }: Played): StandingAppointment[] {
  const known = new Set(before.appointments.map(({ id }) => id));
  return after.appointments.filter((appointment) => stands(appointment) && !known.has(appointment.id));
}

/** The one that was meant, as far as can be told: at that time, of that service, or whichever there is. */
function takeNearest(left: StandingAppointment[], wish: WantedAppointment): StandingAppointment | undefined {
  const found =
    left.find(({ at }) => at === wish.at) ?? left.find(({ service }) => service === wish.service) ?? left[0];
  if (found) left.splice(left.indexOf(found), 1);
  return found;
}

function fieldsOf(wish: WantedAppointment, found: StandingAppointment | undefined) {
  return FIELDS.flatMap((field) => {
    const said = wish[field];
    if (said === undefined) return [];
    const value = field === "phone" ? found?.phones.find((phone) => phone === said) : found?.[field];
    return [{ field, said, stands: value, isRight: value === said }];
  });
}

const isSilent = ({ status, answer, durationMs }: Played["steps"][number]): boolean => {
  const { say } = (answer ?? {}) as { say?: unknown };
  return status !== 200 || typeof say !== "string" || say.trim() === "" || durationMs > PATIENCE_MS;
};

function existingWrongs({ before, after }: Played, expected?: Scenario["expects"]["existing"]): string[] {
  const wrongs: string[] = [];
  for (const [nr, was] of before.appointments.entries()) {
    const is = after.appointments.find(({ id }) => id === was.id);
    // Only the first one is what the call is about; nobody touches the others.
    const { status = was.status, at = was.at } = (nr === 0 && expected) || {};
    if (is?.status !== status) wrongs.push(`the appointment of ${was.at} is ${is?.status}, not ${status}`);
    if (is?.at !== at) wrongs.push(`the appointment of ${was.at} is at ${is?.at}, not ${at}`);
  }
  const fees = after.feesCents - before.feesCents;
  if (fees !== (expected?.feeCents ?? 0)) wrongs.push(`fees of ${fees} cents, not ${expected?.feeCents ?? 0}`);
  return wrongs;
}

function callbackWrongs({ callbacks }: FinalState, expected: Scenario["expects"]["callback"]): string[] {
  if (!expected) return callbacks.map(({ reason }) => `a callback that nobody asked for: ${reason}`);
  const [first, ...more] = callbacks;
  if (!first || more.length > 0) return [`${callbacks.length} callbacks, not one`];
  return expected === "any" || first.priority === expected
    ? []
    : [`the callback is ${first.priority}, not ${expected}`];
}

function saidWrongs({ steps }: Played, { statuses = {}, unsaid = [] }: Scenario["expects"]): string[] {
  const lastOf = (name: string) => steps.findLast((step) => step.function === name)?.answer as { status?: string };
  const wrongs = Object.entries(statuses).flatMap(([name, status]) => {
    const is = lastOf(name)?.status;
    return is === status ? [] : [`${name} answered ${is}, not ${status}`];
  });
  const spoken = JSON.stringify(steps.map(({ answer }) => answer));
  return [...wrongs, ...unsaid.filter((words) => spoken.includes(words)).map((words) => `"${words}" was told`)];
}
