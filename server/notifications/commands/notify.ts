import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { notificationChanged, notificationQueued } from "../events";
import { canBeDisabled, insertMessage, listConfigurationRows, type NewMessage } from "../repository/messages";
import type { MessageFacts } from "../rules/message-facts";
import { checkMaySend, languageOf, recipientOn } from "../rules/recipients";
import { type ChannelPlan, resolveChannels } from "../rules/resolve-channels";
import { HANDOVER_MS } from "../rules/timing";
import type { MessageData, NotificationChannel, NotificationEvent } from "../schema";
import { loadFacts } from "./load-facts";

export interface Notice {
  event: NotificationEvent;
  customerId?: string | null;
  appointmentId?: string | null;
  branchId?: string | null;
  data?: MessageData;
  /** An address that the caller of this door knows better. */
  recipient?: string | null;
  /** Whose own feed it is for, instead of everybody's. */
  readerUserId?: string | null;
  /** One message for this fact and channel, whatever happens. */
  dedupeKey: string;
  scheduledFor?: Date;
  /** Instead of the configured channels: a fallback. */
  channels?: NotificationChannel[];
}

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/**
 * The one door of every message: resolves the configuration, finds the addresses, respects opt-outs and queues a row for
 * each channel, once for each fact. It joins the caller's transaction; the message is told only if the change happened.
 */
export async function notify(tx: TransactionContext, notice: Notice): Promise<string[]> {
  const facts = await loadFacts(tx, notice);
  const plan = await planOf(tx, { notice, facts });
  const queued: string[] = [];
  for (const channel of plan.channels) {
    const wanted = {
      event: notice.event,
      channel,
      facts,
      override: notice.recipient,
      readerUserId: notice.readerUserId,
    };
    const recipient = recipientOn(wanted);
    if (!recipient) continue;
    const refusal = checkMaySend(wanted);
    const id = await insertMessage(tx, toRow(tx, { notice, plan, channel, recipient, refusal, facts }));
    if (id && !refusal) await tell(tx, { id, notice });
    if (id) queued.push(id);
    if (plan.mode === "first" && !refusal) break;
  }
  return queued;
}

/** On which channels it goes out, by the nearest configuration. */
export async function planOf(
  tx: TransactionContext,
  { notice, facts }: { notice: Pick<Notice, "event" | "channels">; facts: MessageFacts },
): Promise<ChannelPlan> {
  const { appointment, branch } = facts;
  const ids = [tx.companyId, branch?.id, appointment?.serviceId, appointment?.staffId].filter((id) => id != null);
  const plan = resolveChannels(notice.event, {
    rows: await listConfigurationRows(tx, { eventType: notice.event, ids }),
    canBeDisabled: await canBeDisabled(tx, notice.event),
  });
  return notice.channels ? { ...plan, mode: "each", channels: notice.channels, fallbackChannel: null } : plan;
}

interface RowFacts {
  notice: Notice;
  plan: ChannelPlan;
  channel: NotificationChannel;
  recipient: string;
  refusal: string | null;
  facts: MessageFacts;
}

function toRow(tx: TransactionContext, { notice, plan, channel, recipient, refusal, facts }: RowFacts): NewMessage {
  const scheduledFor = notice.scheduledFor ?? tx.now;
  const isSoon = scheduledFor.getTime() <= tx.now.getTime() + HANDOVER_MS;
  return {
    eventType: notice.event,
    channel,
    recipient,
    customerId: facts.customer?.id ?? null,
    appointmentId: notice.appointmentId ?? null,
    templateId: plan.templateIds[channel] ?? null,
    language: languageOf(notice.event, facts),
    data: { ...notice.data },
    status: refusal ? "suppressed" : isSoon ? "pending" : "scheduled",
    error: refusal,
    scheduledFor,
    maxRetries: plan.maxRetries,
    retryDelayMinutes: plan.retryDelayMinutes,
    fallbackChannel: plan.fallbackChannel === channel ? null : plan.fallbackChannel,
    dedupeKey: plan.mode === "first" ? notice.dedupeKey : `${notice.dedupeKey}:${channel}`,
  };
}

async function tell(tx: TransactionContext, { id, notice }: { id: string; notice: Notice }): Promise<void> {
  const scheduledFor = notice.scheduledFor ?? tx.now;
  if (scheduledFor.getTime() <= tx.now.getTime() + HANDOVER_MS) {
    await publish(tx, notificationQueued, { notificationId: id, scheduledFor });
  } else {
    const appointmentId = notice.appointmentId ?? null;
    await publish(tx, notificationChanged, { notificationId: id, appointmentId, status: "scheduled" });
  }
}
