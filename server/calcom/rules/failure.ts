import type { CalcomErrorKind, PushFailure } from "../schema";

/** What a failed call means for the appointment and for whoever made it. */
export interface Verdict {
  failure: PushFailure["kind"] | null;
  /** Nothing changed over there, for certain: the step need not be looked for. */
  isResultKnown: boolean;
  /** Somebody has to look at both sides. */
  needsPerson: boolean;
  next: "retry" | "wait" | "stop";
}

const FAULT: Verdict = { failure: "fault", isResultKnown: false, needsPerson: false, next: "retry" };
const REFUSED: Verdict = { failure: "refusal", isResultKnown: true, needsPerson: true, next: "stop" };

const UNREADABLE: Verdict = { ...REFUSED, isResultKnown: false };

const VERDICTS: Record<CalcomErrorKind, Verdict> = {
  fault: FAULT,
  unknown_result: FAULT,
  rate_limited: { failure: null, isResultKnown: true, needsPerson: false, next: "wait" },
  unauthorised: { failure: "unauthorised", isResultKnown: true, needsPerson: false, next: "stop" },
  taken: REFUSED,
  gone: REFUSED,
  already_cancelled: REFUSED,
  refused: REFUSED,
  unreadable: UNREADABLE,
};

/** A refusal is final, a fault is tried again, and a limit is waited for. */
export function judgeFailure(kind: CalcomErrorKind): Verdict {
  return VERDICTS[kind];
}

const DRIFT_KIND = {
  create: "missing_in_calcom",
  reschedule: "time_mismatch",
  cancel: "status_mismatch",
  confirm: "status_mismatch",
  decline: "status_mismatch",
  mark_absent: "status_mismatch",
  mark_present: "status_mismatch",
} as const;

/** How the two sides differ when this step was refused. */
export function driftOf(action: keyof typeof DRIFT_KIND): (typeof DRIFT_KIND)[keyof typeof DRIFT_KIND] {
  return DRIFT_KIND[action];
}

/** How long it has been failing counts from the first time. */
export function lasting(before: PushFailure | null, now: PushFailure): PushFailure {
  return before?.kind === now.kind ? { ...now, since: before.since } : now;
}
