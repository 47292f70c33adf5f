import { sendMail } from "@/server/core/adapters/resend";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { type Guarded, withCircuit } from "@/server/integrations/commands/with-circuit";
import type { IntegrationProvider } from "@/server/integrations/schema";
import { sendSms } from "../adapters/twilio";
import { notificationChanged } from "../events";
import {
  findTemplateRow,
  isOnItsWay,
  leaseFrom,
  lockMessage,
  type MessageRow,
  writeMessage,
} from "../repository/messages";
import { type AttemptResult, toIntegrationResult } from "../rules/attempt";
import { isWaiting } from "../rules/delivery";
import type { MessageFacts } from "../rules/message-facts";
import { toTemplateValues } from "../rules/message-values";
import { checkMaySend } from "../rules/recipients";
import { checkAbsence, checkStillTrue, EARLY_BY_MS, expiresAt } from "../rules/timing";
import { messageData, messageLanguage, type NotificationStatus, notificationEvent } from "../schema";
import { renderMessage } from "../templates/render-message";
import { loadFacts } from "./load-facts";
import { notify } from "./notify";

export type Delivery =
  /** Nothing left to do: it went out, was called off, or failed for good. */
  | { state: "done"; status: string }
  /** Not yet its time, another try is under way, or the provider is to be left alone for now. */
  | { state: "wait"; until: string };

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/**
 * Sends one message if it is still due and still true, exactly once in effect. Remote work is done between two
 * transactions; a fault, or a key that is refused, throws INTEGRATION_UNAVAILABLE, so that the job tries again, and on the
 * last try the row has failed, to be tried hourly for a day, and its fallback channel takes over. What a provider can't be
 * asked for now waits, without having used up a try.
 */
export async function deliverNotification(
  ctx: CompanyContext,
  { notificationId, isLastTry }: { notificationId: string; isLastTry: boolean },
): Promise<Delivery> {
  const prepared = await transact(ctx, (tx) => prepare(tx, notificationId));
  if ("state" in prepared) return prepared;
  const sent = await send(ctx, prepared);
  if ("waitSeconds" in sent) return transact(ctx, (tx) => holdBack(tx, prepared, sent.waitSeconds));
  const result = sent.answer;
  const status = await transact(ctx, (tx) => settle(tx, { row: prepared, result, isLastTry }));
  if (status === "pending" && (result.kind === "fault" || result.kind === "unauthorised")) {
    throw new AppError({
      code: "INTEGRATION_UNAVAILABLE",
      reason: "message_not_sent",
      details: { error: result.error },
    });
  }
  return { state: "done", status };
}

/** Decides under the row's lock; what is to be sent is rendered once and kept, so that a repeat is the same message. */
async function prepare(tx: TransactionContext, id: string): Promise<Delivery | MessageRow> {
  const row = await lockMessage(tx, id);
  if (!row || !isWaiting(row.status)) return { state: "done", status: row?.status ?? "gone" };
  const now = tx.now.getTime();
  if (row.scheduledFor.getTime() > now + EARLY_BY_MS) return { state: "wait", until: row.scheduledFor.toISOString() };
  if (row.leaseUntil && row.leaseUntil.getTime() > now) return { state: "wait", until: row.leaseUntil.toISOString() };
  const event = notificationEvent.parse(row.eventType);
  const facts = await loadFacts(tx, { ...row, data: messageData.parse(row.data) });
  const refusal = checkDue(tx, { row, facts });
  if (refusal) return callOff(tx, { row, ...refusal });
  const language = messageLanguage.catch("de").parse(row.language);
  const override = await findTemplateRow(tx, { ...row, eventType: event });
  const values = toTemplateValues(facts, { language, isShort: row.channel === "sms" });
  const content =
    row.body === null ? await renderMessage({ event, channel: row.channel, language, values, override }) : row;
  const kept = { subject: content.subject, body: content.body, html: content.html };
  await writeMessage(tx, id, { ...kept, ...leaseFrom(tx.now), triedAt: row.triedAt ?? tx.now });
  return { ...row, ...kept };
}

function checkDue(tx: TransactionContext, { row, facts }: { row: MessageRow; facts: MessageFacts }) {
  const event = notificationEvent.parse(row.eventType);
  const { appointment, absence } = facts;
  const untrue = appointment && checkStillTrue(event, { appointment, dedupeKey: row.dedupeKey });
  if (untrue) return { status: "cancelled" as const, reason: untrue };
  const overtaken = checkAbsence(event, { absence, isAsked: messageData.parse(row.data).exceptionId !== undefined });
  if (overtaken) return { status: "cancelled" as const, reason: overtaken };
  const limit = expiresAt(event, { createdAt: row.createdAt, startsAt: appointment?.startsAt ?? null });
  if (limit <= tx.now) return { status: "cancelled" as const, reason: "too_late" };
  const forbidden = checkMaySend({ event, channel: row.channel, facts });
  return forbidden ? { status: "suppressed" as const, reason: forbidden } : null;
}

async function callOff(
  tx: TransactionContext,
  { row, status, reason }: { row: MessageRow; status: "cancelled" | "suppressed"; reason: string },
): Promise<Delivery> {
  await writeMessage(tx, row.id, { status, error: reason, leaseUntil: null });
  await publish(tx, notificationChanged, { notificationId: row.id, appointmentId: row.appointmentId, status });
  return { state: "done", status };
}

/** Back to where it stood before this try. */
async function holdBack(tx: TransactionContext, row: MessageRow, seconds: number): Promise<Delivery> {
  await writeMessage(tx, row.id, { status: "pending", leaseUntil: null, triedAt: row.triedAt });
  return { state: "wait", until: new Date(tx.now.getTime() + seconds * 1000).toISOString() };
}

const PROVIDERS: Partial<Record<MessageRow["channel"], IntegrationProvider>> = { email: "resend", sms: "twilio" };

async function send(ctx: CompanyContext, row: MessageRow): Promise<Guarded<AttemptResult>> {
  const provider = PROVIDERS[row.channel];
  if (!provider) return { answer: await hand(row) };
  return withCircuit(ctx, provider, async () => {
    const answer = await hand(row);
    return { answer, result: toIntegrationResult(answer) };
  });
}

async function hand(row: MessageRow): Promise<AttemptResult> {
  const { channel, recipient: to, body, subject, html, id, triedAt } = row;
  const text = body ?? "";
  if (channel === "email")
    return sendMail({ idempotencyKey: `notification/${id}`, to, subject: subject ?? "", text, html });
  if (channel === "sms") return sendSms({ to, body: text, triedAt });
  if (channel === "in_app") return { kind: "sent", providerMessageId: null };
  return { kind: "refused", error: `${channel} is not connected` };
}

interface Outcome {
  row: MessageRow;
  result: AttemptResult;
  isLastTry: boolean;
}

async function settle(tx: TransactionContext, { row, result, isLastTry }: Outcome): Promise<string> {
  const status = statusAfter(row, { result, isLastTry });
  const over = { status, leaseUntil: null };
  if (result.kind === "sent") {
    const { providerMessageId, costCents = 0 } = result;
    const sent = { ...over, sentAt: tx.now, providerMessageId, costCents, error: null };
    await writeMessage(tx, row.id, status === "delivered" ? { ...sent, deliveredAt: tx.now } : sent);
  } else {
    const failed = status === "failed" ? { failedAt: tx.now, isFinal: result.kind === "refused" } : {};
    const retryCount = Math.min(row.retryCount + 1, row.maxRetries + 1);
    await writeMessage(tx, row.id, { ...over, ...failed, error: result.error, retryCount });
    // What goes out another way now must not come a second time when this way works again.
    if (status === "failed" && (await fallBack(tx, row))) await writeMessage(tx, row.id, { isFinal: true });
  }
  await publish(tx, notificationChanged, { notificationId: row.id, appointmentId: row.appointmentId, status });
  return status;
}

function statusAfter(row: MessageRow, { result, isLastTry }: Omit<Outcome, "row">): NotificationStatus {
  if (result.kind === "sent") return row.channel === "in_app" ? "delivered" : "sent";
  return result.kind === "refused" || isLastTry || row.retryCount >= row.maxRetries ? "failed" : "pending";
}

/** Whether it now goes out on the other channel: its recipient may have no address there, or want nothing there. */
async function fallBack(tx: TransactionContext, row: MessageRow): Promise<boolean> {
  if (!row.fallbackChannel) return false;
  const dedupeKey = `${row.dedupeKey}:instead`;
  await notify(tx, {
    event: notificationEvent.parse(row.eventType),
    customerId: row.customerId,
    appointmentId: row.appointmentId,
    data: messageData.parse(row.data),
    dedupeKey,
    channels: [row.fallbackChannel],
  });
  return isOnItsWay(tx, `${dedupeKey}:${row.fallbackChannel}`);
}
