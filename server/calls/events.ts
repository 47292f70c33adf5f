import { eventType } from "inngest";
import { z } from "zod";

const base = { companyId: z.uuid(), callId: z.uuid() };

/** A delivery of the provider was logged; what it tells is still to be taken over. */
export const retellWebhookReceived = eventType("retell/webhook.received", {
  schema: z.object({
    companyId: z.uuid(),
    deliveryId: z.uuid(),
    event: z.string(),
    /** The provider's id of the call. */
    retellCallId: z.string(),
    branchId: z.uuid(),
    phoneNumberId: z.uuid().nullable(),
    agentId: z.uuid().nullable(),
  }),
});
export const callStarted = eventType("call/started", {
  schema: z.object({ ...base, branchId: z.uuid(), direction: z.string() }),
});
export const callEnded = eventType("call/ended", {
  schema: z.object({ ...base, branchId: z.uuid(), outcome: z.string(), durationSec: z.number().nullable() }),
});
export const callAnalyzed = eventType("call/analyzed", {
  schema: z.object({ ...base, branchId: z.uuid(), outcome: z.string(), sentiment: z.string() }),
});
/** The agent asked for something during a call and was answered. */
export const callFunctionCalled = eventType("call/function.called", {
  schema: z.object({ ...base, name: z.string(), status: z.string(), durationMs: z.number() }),
});
/** The call's row changed in a way that its pages show. */
export const callUpdated = eventType("call/updated", { schema: z.object(base) });
/** Something was said that did not happen. */
export const callAlarmRaised = eventType("call/alarm.raised", { schema: z.object({ ...base, reason: z.string() }) });
/** A caller has to prove who they are; the code is encrypted, because events are read by many. */
export const callVerificationRequested = eventType("call/verification.requested", {
  schema: z.object({
    ...base,
    customerId: z.uuid(),
    phone: z.string(),
    codeEncrypted: z.string(),
    language: z.string(),
  }),
});
/** What the provider should have told of a call by now has not come: its end, or its analysis. */
export const callOverdue = eventType("call/overdue", { schema: z.object({ ...base, retellCallId: z.string() }) });
/** What the provider has of a call is still to be deleted: its caller refused that anything is kept, or it was kept long enough. */
export const conversationRefused = eventType("call/conversation.refused", {
  schema: z.object({ ...base, retellCallId: z.string() }),
});
