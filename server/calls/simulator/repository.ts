import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { toOffsetIso } from "@/server/core/time";
import type { FinalState, Kept } from "./rules/played";

/** A salon as it is made for one conversation; the database knows what it consists of, and lets nobody keep it. */
export async function insertSalon(ctx: CompanyContext, salon: object): Promise<void> {
  await db(ctx).$executeRaw`SELECT stage_salon(${JSON.stringify(salon)}::jsonb)`;
}

/** What stands in the company now, or of it only these appointments; with the words that each explains itself with. */
export async function readFinalState(
  ctx: CompanyContext,
  { zone, callId, of }: { zone: string; callId?: string; of?: readonly string[] },
): Promise<FinalState & { explanations: Map<string, Record<string, unknown>> }> {
  const { companyId } = ctx;
  const only = of ? { OR: [{ id: { in: [...of] } }, ...(callId ? [{ callId }] : [])] } : {};
  const rows = await db(ctx).appointment.findMany({
    where: { companyId, ...only },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { service: true, staff: true, customer: { include: { customerPhones: true } } },
  });
  const call = await db(ctx).call.findFirst({
    where: { companyId, ...(callId && { id: callId }) },
    include: { callFunctionInvocations: { select: { arguments: true } } },
  });
  const fees = await db(ctx).customerFee.aggregate({
    where: { companyId, ...(of && { appointmentId: { in: rows.map(({ id }) => id) } }) },
    _sum: { amountCents: true },
  });
  const wallOf = (at: Date) => toOffsetIso(zone, at.getTime()).slice(0, 16).replace("T", " ");
  return {
    appointments: rows.map(({ id, status, service, staff, customer, startsAt, notes }) => ({
      ...{ id, status, service: service.name, at: wallOf(startsAt), staff: staff?.name ?? "", notes },
      customer: `${customer.firstName} ${customer.lastName}`.trim(),
      phones: customer.customerPhones.map(({ e164 }) => e164),
      email: customer.email,
    })),
    callbacks: await db(ctx).callbackRequest.findMany({
      where: { companyId, ...(callId && { callId }) },
      select: { priority: true, reason: true },
    }),
    feesCents: Number(fees._sum.amountCents ?? 0),
    outcome: call?.outcome ?? null,
    kept: call
      ? keptOf({ ...call, isExplained: rows.some((row) => row.callId === call.id && row.explanation) })
      : "nothing",
    customers: await db(ctx).customer.count({ where: { companyId } }),
    explanations: new Map(rows.map(({ id, explanation }) => [id, (explanation ?? {}) as Record<string, unknown>])),
  };
}

interface StoredCall {
  recordingUrl: string | null;
  transcript: string | null;
  transcriptTurns: unknown;
  summary: string | null;
  callFunctionInvocations: { arguments: unknown }[];
  /** An appointment says with the caller's words how it came about. */
  isExplained: boolean;
}

/** Wherever a word of the conversation may stand: on the call, in what the agent asked, on what was booked. */
function keptOf({ recordingUrl, callFunctionInvocations, isExplained, ...call }: StoredCall): Kept {
  if (recordingUrl) return "audio";
  const isAsked = callFunctionInvocations.some(({ arguments: args }) => Object.keys(args as object).length > 0);
  const hasWords = call.transcript || call.transcriptTurns || call.summary || isAsked || isExplained;
  return hasWords ? "words" : "nothing";
}

interface SentCode {
  codeEncrypted: string;
  customerId: string;
}

/** What a text message to the caller of this call says, as long as nobody has proved anything with it. */
export async function findSentCode(ctx: CompanyContext, retellCallId: string): Promise<SentCode | null> {
  const [row] = await db(ctx).$queryRaw<SentCode[]>`
    SELECT o.payload ->> 'codeEncrypted' AS "codeEncrypted", o.payload ->> 'customerId' AS "customerId"
    FROM outbox_events o JOIN calls k ON k.company_id = o.company_id AND k.id::text = o.payload ->> 'callId'
    WHERE o.company_id = ${ctx.companyId}::uuid AND o.name = 'call/verification.requested' AND k.retell_call_id = ${retellCallId}
      AND k.verification_code_hash IS NOT NULL
    ORDER BY o.created_at DESC, o.id DESC LIMIT 1`;
  return row ?? null;
}
