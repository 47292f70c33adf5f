import { forgetHeardWords } from "@/server/appointments/commands/forget-heard-words";
import type { TransactionContext } from "@/server/core/context";
import { forgetDeliveries } from "@/server/core/deliveries";
import { publish } from "@/server/core/outbox";
import { lifecycleDeliveryId } from "../adapters/retell";
import { conversationRefused } from "../events";
import type { CallRow } from "../repository/calls";
import { forgetInvocationWords } from "../repository/consent";
import { LIFECYCLE_EVENTS } from "../rules/provider-call";

// Not audited: the caller decided it, and the call says so.
/**
 * Of a caller who refused nothing of the conversation is kept: neither the words with which the agent asked us, nor those that
 * an appointment explains itself with, nor what the provider delivered or has itself. What came of the call stays.
 */
export async function forgetConversation(tx: TransactionContext, { id, retellCallId }: CallRow): Promise<void> {
  await forgetInvocationWords(tx, id);
  await forgetHeardWords(tx, { callId: id });
  if (!retellCallId) return;
  const externalIds = LIFECYCLE_EVENTS.map((event) =>
    lifecycleDeliveryId({ event, retellCallId, companyId: tx.companyId }),
  );
  await forgetDeliveries(tx, { source: "retell", externalIds });
  await publish(tx, conversationRefused, { callId: id, retellCallId });
}
