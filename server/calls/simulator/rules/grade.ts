import { type FinalState, madeIn, type Played, type StandingAppointment } from "./played";
import type { Expected, Proof, Scenario, WantedAppointment } from "./scenario";

/** One thing that must be so once a conversation is over, and how it is. */
export interface Check {
  check:
    | "field"
    | "unwanted"
    | "existing"
    | "moved"
    | "fees"
    | "callback"
    | "answer"
    | "said"
    | "unsaid"
    | "outcome"
    | "kept"
    | "silence";
  /** Which field, function or appointment. */
  about: string;
  wanted: string;
  found: string;
  isRight: boolean;
}

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
  checks: Check[];
  /** In words, what is not as it should be. */
  wrongs: string[];
}

/** How long the provider waits for a function. */
const PATIENCE_MS = 5_000;
const FIELDS = ["service", "at", "staff", "customer", "phone", "email", "notes"] as const;
const NOTHING = "–";

export function grade({ name, proves, expects }: Scenario, played: Played): Grade {
  const { booked: wanted = [] } = expects;
  const left = madeIn(played);
  const pairs = wanted.map((wish) => ({ wish, found: takeNearest(left, wish) }));
  const fields = pairs.map(({ wish, found }) => fieldsOf(wish, found));
  const silences = played.steps.filter(isSilent);
  const checks = [
    ...fields.flat(),
    ...left.map(({ service, at }) => toCheck("unwanted", service, { wanted: NOTHING, found: at })),
    ...existingChecks(played, expects.existing),
    ...callbackChecks(played.after, expects.callback),
    ...saidChecks(played, expects),
    ...(expects.outcome ? [toCheck("outcome", "", { wanted: expects.outcome, found: played.after.outcome })] : []),
    ...(expects.kept ? [toCheck("kept", "", { wanted: expects.kept, found: played.after.kept })] : []),
    toCheck("silence", "", {
      wanted: NOTHING,
      found: silences.map((step) => `${step.function} ${step.status}`).join(", ") || NOTHING,
    }),
  ];
  const isWhole = (each: Check[]) => each.every(({ isRight }) => isRight);
  return {
    ...{ name, proves, checks, silences: silences.length },
    fieldsSaid: fields.flat().length,
    fieldsRight: fields.flat().filter(({ isRight }) => isRight).length,
    bookingsWanted: wanted.length,
    bookingsRight: fields.filter(isWhole).length,
    bookingsFalse: left.length,
    wrongs: checks
      .filter(({ isRight }) => !isRight)
      .map(
        ({ check, about, wanted: wish, found }) => `${[check, about].filter(Boolean).join(" ")}: ${found}, not ${wish}`,
      ),
  };
}

type Compared = { wanted: string | number; found: string | number | null | undefined };

function toCheck(check: Check["check"], about: string, { wanted, found }: Compared): Check {
  const [wish, is] = [String(wanted), String(found ?? NOTHING)];
  return { check, about, wanted: wish, found: is, isRight: wish === is };
}

/** The one that was meant, as far as can be told: at that time, of that service, or whichever there is. */
function takeNearest(left: StandingAppointment[], wish: WantedAppointment): StandingAppointment | undefined {
  const found =
    left.find(({ at }) => at === wish.at) ?? left.find(({ service }) => service === wish.service) ?? left[0];
  if (found) left.splice(left.indexOf(found), 1);
  return found;
}

function fieldsOf(wish: WantedAppointment, found: StandingAppointment | undefined): Check[] {
  return FIELDS.flatMap((field) => {
    const wanted = wish[field];
    if (wanted === undefined) return [];
    const value =
      field === "phone" ? (found?.phones.find((phone) => phone === wanted) ?? found?.phones[0]) : found?.[field];
    return [toCheck("field", field, { wanted, found: value })];
  });
}

const isSilent = ({ status, answer, durationMs }: Played["steps"][number]): boolean => {
  const { say } = (answer ?? {}) as { say?: unknown };
  return status !== 200 || typeof say !== "string" || say.trim() === "" || durationMs > PATIENCE_MS;
};

function existingChecks({ before, after }: Played, expected?: Expected["existing"]): Check[] {
  const checks = before.appointments.flatMap((was, nr) => {
    const is = after.appointments.find(({ id }) => id === was.id);
    // Only the first one is what the call is about; nobody touches the others.
    const { status = was.status, at = was.at } = (nr === 0 && expected) || {};
    return [
      toCheck("existing", was.at, { wanted: status, found: is?.status }),
      toCheck("moved", was.at, { wanted: at, found: is?.at }),
    ];
  });
  const fees = toCheck("fees", "", { wanted: expected?.feeCents ?? 0, found: after.feesCents - before.feesCents });
  return [...checks, ...(fees.isRight && !expected?.feeCents ? [] : [fees])];
}

function callbackChecks({ callbacks }: FinalState, expected: Expected["callback"]): Check[] {
  const found = callbacks.map(({ priority }) => priority).join(", ") || NOTHING;
  if (!expected) return callbacks.length > 0 ? [toCheck("callback", "", { wanted: NOTHING, found })] : [];
  const isAny = expected === "any" && callbacks.length === 1;
  return [toCheck("callback", "", { wanted: isAny ? found : expected, found })];
}

function saidChecks({ steps }: Played, { statuses = {}, said = [], unsaid = [] }: Expected): Check[] {
  const lastOf = (name: string) => steps.findLast((step) => step.function === name)?.answer as { status?: string };
  const spoken = JSON.stringify(steps.map(({ answer }) => answer));
  return [
    ...Object.entries(statuses).map(([name, wanted]) =>
      toCheck("answer", name, { wanted, found: lastOf(name)?.status }),
    ),
    ...said.map((words) => toCheck("said", words, { wanted: words, found: spoken.includes(words) ? words : NOTHING })),
    ...unsaid.map((words) =>
      toCheck("unsaid", words, { wanted: NOTHING, found: spoken.includes(words) ? words : NOTHING }),
    ),
  ];
}
