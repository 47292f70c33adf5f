import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";
import { callConsent } from "./rules/consent";

export const callDirection = z.enum(["inbound", "outbound", "web"]);
export const callStatus = z.enum(["registered", "not_connected", "ongoing", "ended", "error"]);
export const callSentiment = z.enum(["positive", "neutral", "negative", "unknown"]);
export const callOutcome = z.enum([
  "booked",
  "rescheduled",
  "cancelled",
  "info",
  "callback",
  "voicemail",
  "abandoned",
  "transferred",
  "spam",
  "unknown",
]);
export const callAlarm = z.enum([
  "claimed_booking",
  "claimed_move",
  "claimed_cancellation",
  "claimed_callback",
  "failure",
]);
export type CallOutcome = z.infer<typeof callOutcome>;

const callFilters = {
  from: instant.optional(),
  until: instant.optional(),
  branchId: z.uuid().optional(),
};

export const listCallsInput = z.object({
  ...callFilters,
  customerId: z.uuid().optional(),
  /** Whose call it is. */
  staffId: z.uuid().optional(),
  agentId: z.uuid().optional(),
  /** Our own number, which was called or called from. */
  phoneNumberId: z.uuid().optional(),
  direction: callDirection.optional(),
  status: z.array(callStatus).optional(),
  outcome: z.array(callOutcome).optional(),
  sentiment: z.array(callSentiment).optional(),
  hasAppointment: z.boolean().optional(),
  isReviewed: z.boolean().optional(),
  minDurationSec: z.int().min(0).optional(),
  /** A name with typos, a phone number in any notation, or words of the summary. */
  search: z.string().trim().max(100).optional(),
  /** By their beginning; the newest first unless asked otherwise. */
  order: listOrder.optional(),
  ...pageInput,
});
export type ListCallsInput = z.infer<typeof listCallsInput>;

export const getCallInput = z.object({ callId: z.uuid() });
export const openRecordingInput = getCallInput.extend({
  /** As a browser asks for a part: `bytes=0-1023`. Anything else is a wish for all of it. */
  range: z
    .string()
    .regex(/^bytes=(\d{1,12}-\d{0,12}|-\d{1,12})$/)
    .nullable()
    .catch(null),
});
export type OpenRecordingInput = z.infer<typeof openRecordingInput>;
export const getCallStatsInput = z.object(callFilters);
export type GetCallStatsInput = z.infer<typeof getCallStatsInput>;

export const markReviewedInput = z.object({
  callId: z.uuid(),
  isReviewed: z.boolean().default(true),
  note: z.string().trim().max(2000).nullish(),
});
export type MarkReviewedInput = z.infer<typeof markReviewedInput>;

export const linkCallInput = z.object({
  callId: z.uuid(),
  /** Null takes the link away. */
  customerId: z.uuid().nullable(),
});
export type LinkCallInput = z.infer<typeof linkCallInput>;

export const deleteCallInput = z.object({ callId: z.uuid() });

/** A call that a person took, told by them. */
export const createCallInput = z.object({
  branchId: z.uuid(),
  customerId: z.uuid().nullish(),
  direction: callDirection.exclude(["web"]).default("inbound"),
  /** The other side's number, in any notation. */
  phone: z.string().trim().max(40).nullish(),
  startedAt: instant,
  durationSec: z.int().min(0).max(86_400),
  outcome: callOutcome.default("unknown"),
  summary: z.string().trim().max(5000).nullish(),
});
export type CreateCallInput = z.infer<typeof createCallInput>;

export const callView = z.object({
  id: z.uuid(),
  direction: callDirection,
  status: callStatus,
  outcome: callOutcome,
  /** What was said and did not happen, or that the call could not be served. */
  alarm: callAlarm.nullable(),
  sentiment: callSentiment,
  startedAt: z.date(),
  endedAt: z.date().nullable(),
  durationSec: z.int().nullable(),
  fromNumber: z.string().nullable(),
  toNumber: z.string().nullable(),
  /** The other side's number and ours, as people write them; null when it is withheld or there is none. */
  callerPhone: z.string().nullable(),
  ownPhone: z.string().nullable(),
  timezone: z.string(),
  branch: z.object({ id: z.uuid(), name: z.string() }),
  customer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  agentName: z.string().nullable(),
  summary: z.string().nullable(),
  /** What the caller said at greatest length, for a list. */
  transcriptPreview: z.string().nullable(),
  isAppointmentMade: z.boolean(),
  /** US cents, as the provider counts. */
  providerCost: z.number().nullable(),
  reviewedAt: z.date().nullable(),
});
export type CallView = z.infer<typeof callView>;
export const callPage = pageOf(callView);

export const transcriptTurn = z.object({
  role: z.enum(["agent", "user", "transfer_target"]),
  text: z.string(),
  /** Seconds from the beginning of the recording. */
  start: z.number().nullable(),
  end: z.number().nullable(),
  /** Where each word begins: at which letter of the text, and when. */
  words: z.array(z.object({ at: z.int(), start: z.number() })),
});

const json = z.record(z.string(), z.unknown());

export const callDetails = callView.extend({
  retellCallId: z.string().nullable(),
  transcript: z.string().nullable(),
  turns: z.array(transcriptTurn),
  /** Whether it can be listened to, at /api/calls/{id}/recording. */
  hasRecording: z.boolean(),
  disconnectionReason: z.string().nullable(),
  intent: z.string().nullable(),
  topics: z.array(z.string()),
  isSuccessful: z.boolean().nullable(),
  extractedData: json,
  latencyMs: z.object({ p50: z.number(), p90: z.number() }).nullable(),
  costCents: z.int(),
  identityLevel: z.int(),
  consent: callConsent,
  /** The caller's words, and to which version of ours. */
  consentWords: z.string().nullable(),
  consentScriptVersion: z.int().nullable(),
  consentAt: z.date().nullable(),
  reviewNote: z.string().nullable(),
  invocations: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      arguments: json,
      result: json,
      status: z.string(),
      durationMs: z.int(),
      occurredAt: z.date(),
    }),
  ),
  appointments: z.array(
    z.object({
      id: z.uuid(),
      status: z.string(),
      startsAt: z.date(),
      serviceName: z.string(),
      staffName: z.string(),
      priceCents: z.int(),
      currency: z.string(),
    }),
  ),
  callbacks: z.array(z.object({ id: z.uuid(), reason: z.string(), status: z.string(), dueAt: z.date() })),
});
export type CallDetails = z.infer<typeof callDetails>;

/** All that there is of a call, to take along. */
export const callExport = z.object({
  callId: z.uuid(),
  transcript: z.object({ text: z.string().nullable(), turns: z.array(transcriptTurn) }),
  /** Our own address, for whoever may see the call. */
  audio: z.object({ url: z.string().nullable() }),
  metadata: callView.extend({
    disconnectionReason: z.string().nullable(),
    intent: z.string().nullable(),
    topics: z.array(z.string()),
    extractedData: json,
    consent: callConsent,
  }),
});
export type CallExport = z.infer<typeof callExport>;

/** What calls come in over: agents, and our own numbers. */
export const callLines = z.object({
  agents: z.array(z.object({ id: z.uuid(), name: z.string() })),
  numbers: z.array(
    z.object({ id: z.uuid(), phoneText: z.string(), branch: z.object({ id: z.uuid(), name: z.string() }) }),
  ),
});
export type CallLines = z.infer<typeof callLines>;

/** The five figures above the list. */
export const callStats = z.object({
  total: z.int(),
  answered: z.int(),
  withAppointment: z.int(),
  /** Of the calls to us that lasted ten seconds or more, the share in which the agent booked; null without one. */
  conversionRate: z.number().nullable(),
  averageDurationSec: z.int().nullable(),
  unreviewed: z.int(),
  ongoing: z.int(),
});
export type CallStats = z.infer<typeof callStats>;

/** Where a branch's callers are put through to when the telephone agent fails them. */
export const fallback = z.object({
  branchId: z.uuid(),
  name: z.string(),
  number: z.string().nullable(),
  /** The same number as people write it. */
  numberText: z.string().nullable(),
});
export type Fallback = z.infer<typeof fallback>;

export const setFallbackInput = z.object({
  branchId: z.uuid(),
  /** As people write it; empty is nowhere: then a message is taken. */
  number: z.string().trim().max(40).nullable(),
});
export type SetFallbackInput = z.infer<typeof setFallbackInput>;
