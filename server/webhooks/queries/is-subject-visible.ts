import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { getCall } from "@/server/calls/queries/get-call";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { getNotification } from "@/server/notifications/queries/get-notification";
import type { WebhookSubject } from "../schema";

/**
 * Whether somebody may see what a delivery is about: for whom sees only some branches, or only their own, by the same
 * answer that its page gives; of what leads nowhere they see nothing.
 */
export async function isSubjectVisible(ctx: CompanyContext, subject: WebhookSubject | null): Promise<boolean> {
  if (seesEverything(ctx)) return true;
  if (!subject) return false;
  try {
    await ask[subject.type](ctx, subject.id);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return false;
    throw error;
  }
}

/** Whether nothing of the company's is kept from them. */
export function seesEverything({ restriction }: CompanyContext): boolean {
  return !restriction || (!restriction.staffId && restriction.branchIds.length === 0);
}

const ask: Record<WebhookSubject["type"], (ctx: CompanyContext, id: string) => Promise<unknown>> = {
  call: (ctx, callId) => getCall(ctx, { callId }),
  appointment: (ctx, appointmentId) => getAppointment(ctx, { appointmentId }),
  notification: (ctx, notificationId) => getNotification(ctx, { notificationId }),
};
