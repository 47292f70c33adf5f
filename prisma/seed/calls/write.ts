import { createHash } from "node:crypto";
import { DAY } from "@/server/core/time";
import { branchIdOf, companyIdOf, idOf, staffIdOf } from "../business";
import { userIdWithRole } from "../identity";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";
import { AGENT_VERSION, agentIdOf, CONSENT_VERSION, phoneNumberIdOf } from "./agents";
import { recordingUrlOf } from "./recording";
import { retellIdOf } from "./retell-id";
import type { ToldCall } from "./told";

/** What the provider takes for a minute, and what we charge for it. */
const PROVIDER_CENTS_PER_MINUTE = 11.5;
const CHARGED_CENTS_PER_MINUTE = 19;

/** Calls with all that was said, and every function that the agent called. */
export async function writeCalls(seeding: Seeding): Promise<void> {
  const { tx, calls } = seeding;
  await insertRows(
    tx.call,
    calls.map((call) => callRow(seeding, call)),
  );
  await insertRows(
    tx.callFunctionInvocation,
    calls.flatMap((call) => invocationRows(seeding, call)),
  );
}

function callRow(seeding: Seeding, call: ToldCall) {
  const { business } = seeding;
  const durationSec = Math.ceil(call.talk.seconds);
  const endedAt = new Date(call.startedAt.getTime() + durationSec * 1000);
  const retellCallId = retellIdOf(business, call.index);
  return {
    id: idOf(business, "call", call.index),
    companyId: companyIdOf(business),
    retellCallId,
    recordingUrl: recordingUrlOf(call, { clock: seeding.clock, retellCallId, durationSec }),
    staffId: call.appointment ? staffIdOf(business, call.appointment.staff.name) : null,
    customerId: call.customer && call.fromNumber ? idOf(business, "customer", call.customer.index) : null,
    branchId: branchIdOf(business, call.branch),
    phoneNumberId: phoneNumberIdOf(business, call.branch),
    agentId: agentIdOf(business),
    agentVersion: AGENT_VERSION,
    direction: "inbound" as const,
    status: "ended" as const,
    fromNumber: call.fromNumber,
    toNumber: business.branches.find(({ slug }) => slug === call.branch)?.phone,
    startedAt: call.startedAt,
    endedAt,
    durationSec,
    disconnectionReason: call.disconnectionReason,
    isSuccessful: call.isSuccessful,
    isAppointmentMade: call.outcome === "booked",
    outcome: call.outcome,
    identityLevel: call.identityLevel,
    lastEventAt: endedAt,
    createdAt: call.startedAt,
    ...contentOf(call),
    ...consentOf(call),
    ...figuresOf(seeding, durationSec),
    ...reviewOf(seeding, call, endedAt),
  };
}

/** Whoever does not consent leaves nothing of the conversation behind. */
function contentOf({ consent, talk, summary, sentiment, intent, topics, extracted, isSuccessful, outcome }: ToldCall) {
  if (consent === "none") return { transcript: null, summary: null, intent, topics, extractedData: {} };
  return {
    transcript: talk.turns.map(({ role, text }) => `${role === "agent" ? "Agent" : "User"}: ${text}`).join("\n"),
    transcriptTurns: talk.turns.map((turn) => ({ ...turn })),
    summary: summary.de,
    summaryTranslations: { en: summary.en },
    ...{ sentiment, intent, topics },
    extractedData: extracted,
    analysis: {
      call_summary: summary.de,
      user_sentiment: sentiment.charAt(0).toUpperCase() + sentiment.slice(1),
      call_successful: isSuccessful,
      in_voicemail: outcome === "voicemail",
      custom_analysis_data: extracted,
    },
  };
}

function consentOf({ consent, consentWords, startedAt }: ToldCall) {
  if (consent === "unasked") return { consent };
  const consentAt = new Date(startedAt.getTime() + 12_000);
  return { consent, consentWords, consentAt, consentScriptVersion: CONSENT_VERSION };
}

function figuresOf({ random }: Seeding, durationSec: number) {
  const minutes = durationSec / 60;
  const p50 = random.between(640, 980);
  return {
    costCents: Math.ceil(minutes * CHARGED_CENTS_PER_MINUTE),
    providerCost: (minutes * PROVIDER_CENTS_PER_MINUTE * (0.9 + 0.3 * random.next())).toFixed(6),
    latencyMs: { p50, p90: p50 + random.between(280, 760) },
  };
}

/** The team looks through the calls some days later; the latest still wait. */
function reviewOf({ business, clock, random }: Seeding, { startedAt, outcome }: ToldCall, endedAt: Date) {
  const isWaiting = startedAt.getTime() > clock.now.getTime() - 2 * DAY || random.chance(0.04);
  const reviewedAt = new Date(endedAt.getTime() + DAY * (0.2 + random.next()));
  if (isWaiting || reviewedAt > clock.now) return {};
  const reviewNote = outcome === "unknown" && random.chance(0.5) ? "Verwählt, nichts zu tun." : null;
  return { reviewedAt, reviewNote, reviewedByUserId: userIdWithRole(business, "manager") };
}

function invocationRows({ business }: Seeding, { index, startedAt, talk, consent }: ToldCall) {
  if (consent === "none") return [];
  return talk.invocations.map((invocation, position) => {
    const occurredAt = new Date(startedAt.getTime() + Math.round(invocation.at * 1000));
    return {
      id: idOf(business, "invocation", `${index}/${position}`),
      companyId: companyIdOf(business),
      callId: idOf(business, "call", index),
      name: invocation.name,
      arguments: invocation.arguments as object,
      argumentsHash: createHash("sha256").update(JSON.stringify(invocation.arguments)).digest("hex"),
      result: invocation.result as object,
      isSuccess: invocation.status === "ok" || invocation.status === "unavailable",
      status: invocation.status,
      durationMs: invocation.durationMs,
      occurredAt,
      createdAt: occurredAt,
    };
  });
}
