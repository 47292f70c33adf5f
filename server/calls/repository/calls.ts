import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { SpeechLanguage } from "@/server/speech/schema";
import type { CallAlarm } from "../rules/alarm";
import type { CallConsent } from "../rules/consent";
import { languageOfCall } from "../rules/language";
import type { CallState } from "../rules/merge-call";
import type { CallParty, Direction, TranscriptTurn } from "../rules/provider-call";
import type { CallOutcome } from "../schema";

export interface NewCall {
  retellCallId: string;
  party: CallParty;
  branchId: string;
  phoneNumberId: string | null;
  agentId: string | null;
  startedAt: Date;
}

/** Makes the call's row unless it is there; two who make it at once make one. */
export async function ensureCall(ctx: CompanyContext, call: NewCall): Promise<boolean> {
  const { party, retellCallId, branchId, phoneNumberId, agentId, startedAt } = call;
  const made = await db(ctx).$executeRaw`
    INSERT INTO calls (id, company_id, retell_call_id, branch_id, phone_number_id, agent_id, direction, status, from_number, to_number, started_at)
    VALUES (${newId()}::uuid, ${ctx.companyId}::uuid, ${retellCallId}, ${branchId}::uuid, ${phoneNumberId}::uuid, ${agentId}::uuid,
      ${party.direction}::call_direction, 'ongoing', ${party.fromNumber}, ${party.toNumber}, ${startedAt}::timestamptz)
    ON CONFLICT DO NOTHING`;
  return made > 0;
}

const stateSelect = {
  id: true,
  retellCallId: true,
  branchId: true,
  customerId: true,
  direction: true,
  status: true,
  startedAt: true,
  endedAt: true,
  lastEventAt: true,
  durationSec: true,
  disconnectionReason: true,
  transcript: true,
  transcriptTurns: true,
  recordingUrl: true,
  providerCost: true,
  latencyMs: true,
  summary: true,
  sentiment: true,
  isSuccessful: true,
  isAppointmentMade: true,
  outcome: true,
  extractedData: true,
  analysis: true,
  agentVersion: true,
  fromNumber: true,
  toNumber: true,
  consent: true,
  alarm: true,
} satisfies Prisma.CallSelect;

export interface CallRow extends CallState {
  id: string;
  retellCallId: string | null;
  branchId: string;
  customerId: string | null;
  direction: Direction;
  isAppointmentMade: boolean;
  outcome: CallOutcome;
  consent: CallConsent;
  alarm: CallAlarm | null;
}

/** The call, and nobody else changes it until the transaction ends. */
export async function lockCall(ctx: CompanyContext, by: { retellCallId: string } | { id: string }) {
  if ("id" in by)
    await db(ctx)
      .$executeRaw`SELECT 1 FROM calls WHERE company_id = ${ctx.companyId}::uuid AND id = ${by.id}::uuid FOR UPDATE`;
  else
    await db(ctx).$executeRaw`
      SELECT 1 FROM calls WHERE company_id = ${ctx.companyId}::uuid AND retell_call_id = ${by.retellCallId} FOR UPDATE`;
  const row = await db(ctx).call.findFirst({ where: { companyId: ctx.companyId, ...by }, select: stateSelect });
  return row && toCallRow(row);
}

function toCallRow(row: Prisma.CallGetPayload<{ select: typeof stateSelect }>): CallRow {
  return {
    ...row,
    providerCost: row.providerCost?.toFixed(6) ?? null,
    transcriptTurns: row.transcriptTurns as unknown as TranscriptTurn[] | null,
    latencyMs: row.latencyMs as CallState["latencyMs"],
    extractedData: row.extractedData as Record<string, unknown>,
    analysis: row.analysis as Record<string, unknown> | null,
  };
}

/** Only what the provider tells; what we know ourselves is written by whoever knows it. */
export async function writeCallState(ctx: CompanyContext, id: string, state: CallState): Promise<void> {
  const { status, startedAt, endedAt, lastEventAt, durationSec, disconnectionReason, transcript, recordingUrl } = state;
  const { providerCost, summary, sentiment, isSuccessful, agentVersion, fromNumber, toNumber } = state;
  const { transcriptTurns, latencyMs, extractedData, analysis } = state;
  await writeCall(ctx, id, {
    ...{ status, startedAt, endedAt, lastEventAt, durationSec, disconnectionReason, transcript, recordingUrl },
    ...{ providerCost, summary, sentiment, isSuccessful, agentVersion, fromNumber, toNumber },
    extractedData: extractedData as object,
    transcriptTurns: transcriptTurns ? (transcriptTurns as object[]) : Prisma.DbNull,
    ...(latencyMs && { latencyMs }),
    ...(analysis && { analysis: analysis as object }),
  });
}

export async function writeCall(
  ctx: CompanyContext,
  id: string,
  data: Prisma.CallUncheckedUpdateManyInput,
): Promise<void> {
  await db(ctx).call.updateMany({ where: { companyId: ctx.companyId, id }, data });
}

/** One writer at a time for whoever rings from a number: a new caller becomes one customer, not two. */
export async function lockNumber(ctx: CompanyContext, e164: string): Promise<void> {
  await db(ctx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${ctx.companyId}:${e164}`}, 0))`;
}

/** One at a time looks for alternatives in a branch. */
export async function lockOffers(ctx: CompanyContext, branchId: string): Promise<void> {
  await db(ctx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`offers:${branchId}`}, 0))`;
}

/** The company's own key at the provider, encrypted. */
export async function findApiKey(ctx: CompanyContext): Promise<string | null> {
  const row = await db(ctx).company.findFirstOrThrow({
    where: { id: ctx.companyId },
    select: { retellApiKeyEncrypted: true },
  });
  return row.retellApiKeyEncrypted;
}

export async function findCallId(ctx: CompanyContext, retellCallId: string): Promise<string | null> {
  const where = { companyId: ctx.companyId, retellCallId };
  return (await db(ctx).call.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/** The zone by whose clock a branch speaks. */
export async function findZone(ctx: CompanyContext, branchId: string): Promise<string> {
  const where = { companyId: ctx.companyId, id: branchId };
  return (await db(ctx).branch.findFirstOrThrow({ where, select: { timezone: true } })).timezone;
}

/** In which language the business works, whatever is spoken on the line. */
export async function findTeamLanguage(ctx: CompanyContext): Promise<SpeechLanguage> {
  const company = await db(ctx).company.findFirstOrThrow({ where: { id: ctx.companyId }, select: { locale: true } });
  return languageOfCall(company.locale);
}

/** In which language a call is answered. */
export async function findSpokenLanguage(ctx: CompanyContext, callId: string): Promise<SpeechLanguage> {
  const call = await db(ctx).call.findFirst({
    where: { companyId: ctx.companyId, id: callId },
    select: { agent: { select: { language: true } } },
  });
  return call?.agent ? languageOfCall(call.agent.language) : findTeamLanguage(ctx);
}
