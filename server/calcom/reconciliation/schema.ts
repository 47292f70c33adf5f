import { z } from "zod";
import { pageInput, pageOf } from "@/server/core/page";

export const driftKind = z.enum([
  "missing_in_calcom",
  "missing_in_platform",
  "time_mismatch",
  "status_mismatch",
  "attendee_mismatch",
  "staff_mismatch",
  "duration_mismatch",
]);
export type DriftKind = z.infer<typeof driftKind>;

/** Which side stands where both differ; `newest_wins`: whichever changed last. */
export const driftStrategy = z.enum(["newest_wins", "calcom_wins", "platform_wins", "manual"]);
export type DriftStrategy = z.infer<typeof driftStrategy>;

/** What is chosen for each kind; what is left out is as it was set up. */
export const driftStrategies = z.partialRecord(driftKind, driftStrategy);
export type DriftStrategies = z.infer<typeof driftStrategies>;

export const driftState = z.enum(["open", "resolved"]);
export const driftDecision = z.enum(["take_over", "keep_ours", "cancel_there", "ignore"]);
export type DriftDecision = z.infer<typeof driftDecision>;

/** What was done about a difference: by itself, or by a person. */
export const driftOutcome = z.enum([
  "followed",
  "written_there",
  "created_here",
  "rewritten_there",
  "taken_over",
  "kept_ours",
  "cancelled_there",
  "linked",
  "ignored",
  "withdrawn",
  /** Somebody brought both sides together before it was decided. */
  "equal_again",
]);
export type DriftOutcome = z.infer<typeof driftOutcome>;

export const runKind = z.enum(["window", "horizon", "import", "check"]);
export type RunKind = z.infer<typeof runKind>;
export const runState = z.enum(["running", "finished", "failed"]);

const count = z.int().default(0);
/** What came of the pairs of appointment and booking that were compared. */
export const runCounts = z.object({
  compared: count,
  equal: count,
  /** A write of ours is under way, or a person is still to decide. */
  waiting: count,
  drifted: count,
  resolved: count,
  /** Made here. */
  created: count,
  /** Kept for a person. */
  kept: count,
  failed: count,
  /** Older than the connection, and not written there by itself. */
  unwritten: count,
});
export type RunCounts = z.infer<typeof runCounts>;
export const runKinds = z.partialRecord(driftKind, z.int());
export type RunKinds = z.infer<typeof runKinds>;

export const listDriftInput = z.object({
  state: driftState.default("open"),
  kind: driftKind.optional(),
  ...pageInput,
});
export type ListDriftInput = z.infer<typeof listDriftInput>;

const side = z.object({
  appointmentId: z.uuid().nullable(),
  bookingUid: z.string().nullable(),
  /** Null where nobody told. */
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  status: z.string(),
  timezone: z.string().nullable(),
  customerName: z.string().nullable(),
  contact: z.string().nullable(),
  serviceName: z.string().nullable(),
  staffName: z.string().nullable(),
  changedAt: z.date().nullable(),
});
export type DriftSide = z.infer<typeof side>;

export const driftView = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: driftKind,
  strategy: driftStrategy,
  state: driftState,
  detectedAt: z.date(),
  conflictId: z.uuid().nullable(),
  /** Both sides as they were when they were found to differ. */
  ours: side.nullable(),
  theirs: side.nullable(),
  decisions: z.array(driftDecision),
  outcome: driftOutcome.nullable(),
  resolvedAt: z.date().nullable(),
  resolvedBy: z.string().nullable(),
  runId: z.uuid().nullable(),
});
export type DriftView = z.infer<typeof driftView>;
export const driftPage = pageOf(driftView);

export const resolveDriftInput = z.object({ driftId: z.uuid(), decision: driftDecision, version: z.int().optional() });
export type ResolveDriftInput = z.infer<typeof resolveDriftInput>;

export const driftRateInput = z.object({ days: z.int().min(1).max(90).default(7) });
export type DriftRateInput = z.infer<typeof driftRateInput>;
const dayCounts = z.object({ day: z.iso.date(), compared: z.int(), drifted: z.int() });
export const driftRate = z.object({
  open: z.int(),
  compared: z.int(),
  drifted: z.int(),
  resolved: z.int(),
  /** Null as long as nothing was compared. */
  rate: z.number().min(0).max(1).nullable(),
  lastRunAt: z.date().nullable(),
  lastRunState: runState.nullable(),
  byDay: z.array(dayCounts),
});
export type DriftRate = z.infer<typeof driftRate>;

export const listRunsInput = z.object({ kind: runKind.optional(), ...pageInput });
export type ListRunsInput = z.infer<typeof listRunsInput>;
export const runView = z.object({
  id: z.uuid(),
  kind: runKind,
  state: runState,
  isDry: z.boolean(),
  from: z.date(),
  until: z.date(),
  progress: z.number().min(0).max(1),
  counts: runCounts,
  kinds: runKinds,
  requestCount: z.int(),
  failedReason: z.string().nullable(),
  startedBy: z.string().nullable(),
  startedAt: z.date(),
  endedAt: z.date().nullable(),
});
export type RunView = z.infer<typeof runView>;
export const runPage = pageOf(runView);

export const startReconciliationInput = z.object({ kind: z.enum(["window", "horizon", "check"]).default("window") });
export type StartReconciliationInput = z.infer<typeof startReconciliationInput>;
export const startImportInput = z.object({
  /** How far back. */
  days: z.int().min(0).max(365).default(180),
  /** How far ahead. */
  future: z.int().min(0).max(365).default(90),
  isDry: z.boolean().default(false),
});
export type StartImportInput = z.infer<typeof startImportInput>;
export const startedRun = z.object({ runId: z.uuid() });

const choice = z.object({ chosen: driftStrategy, possible: z.array(driftStrategy) });
export const strategiesView = z.object({ strategies: z.record(driftKind, choice) });
export type StrategiesView = z.infer<typeof strategiesView>;
export const setStrategiesInput = z.object({ strategies: driftStrategies });
export type SetStrategiesInput = z.infer<typeof setStrategiesInput>;

const driftDetail = z.object({
  appointmentId: z.uuid().nullable(),
  issue: driftKind,
  platformTime: z.date().nullable(),
  calcomTime: z.date().nullable(),
});
export type DriftDetail = z.infer<typeof driftDetail>;
export const detectedDrift = z.object({
  driftDetected: z.boolean(),
  totalAppointments: z.int(),
  driftedAppointments: z.int(),
  details: z.array(driftDetail),
});
export type DetectedDrift = z.infer<typeof detectedDrift>;

export const autoResolveInput = z.object({ strategy: z.enum(["newest_wins", "calcom_wins", "platform_wins"]) });
export type AutoResolveInput = z.infer<typeof autoResolveInput>;
export const autoResolved = z.object({ success: z.boolean(), resolvedCount: z.int(), failedCount: z.int() });
export type AutoResolved = z.infer<typeof autoResolved>;
