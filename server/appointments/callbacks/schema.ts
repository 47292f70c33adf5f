import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";

export const callbackStatus = z.enum(["open", "in_progress", "done", "failed"]);
export const callbackPriority = z.enum(["low", "normal", "high", "urgent"]);
export type CallbackPriority = z.infer<typeof callbackPriority>;

export const createCallbackInput = z.object({
  branchId: z.uuid(),
  customerId: z.uuid().nullish(),
  callId: z.uuid().nullish(),
  name: z.string().trim().max(200).nullish(),
  phone: z.string().trim().max(40).nullish(),
  reason: z.string().trim().min(1).max(500),
  preferredTimes: z.string().trim().max(300).nullish(),
  priority: callbackPriority.default("normal"),
  /** Asked for, unless we thought of it ourselves. */
  cause: z.enum(["asked", "alarm", "lost_race", "failure"]).default("asked"),
});
export type CreateCallbackInput = z.input<typeof createCallbackInput>;

/** By hand: what is promised in a call, the agent promises. */
export const requestCallbackInput = createCallbackInput.omit({ callId: true, cause: true });

export const listCallbacksInput = z.object({
  status: z.array(callbackStatus).optional(),
  branchId: z.uuid().optional(),
  callId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  /** Of calls with them. */
  staffId: z.uuid().optional(),
  /** Due then. */
  from: instant.optional(),
  until: instant.optional(),
  /** By when they are due; the most pressing first unless asked otherwise. */
  order: listOrder.optional(),
  ...pageInput,
});
export type ListCallbacksInput = z.infer<typeof listCallbacksInput>;

/** Who called back, and what came of it. */
export const completeCallbackInput = z.object({
  callbackId: z.uuid(),
  outcome: z.enum(["done", "failed"]).default("done"),
  resolution: z.string().trim().max(500).nullish(),
});
export type CompleteCallbackInput = z.infer<typeof completeCallbackInput>;

export const createdCallback = z.object({ callbackId: z.uuid(), dueAt: z.date() });

export const callbackView = z.object({
  id: z.uuid(),
  status: callbackStatus,
  priority: callbackPriority,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  reason: z.string(),
  preferredTimes: z.string().nullable(),
  dueAt: z.date(),
  createdAt: z.date(),
  timezone: z.string(),
  branch: z.object({ id: z.uuid(), name: z.string() }),
  customer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  callId: z.uuid().nullable(),
});
export type CallbackView = z.infer<typeof callbackView>;
export const callbackPage = pageOf(callbackView);
