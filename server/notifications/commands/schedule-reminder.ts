import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { notificationChanged, notificationQueued } from "../events";
import { findAppointmentRow } from "../repository/facts";
import { findWaitingMessages, reviveMessage, writeMessage } from "../repository/messages";
import { HANDOVER_MS, reminderKey, reminderTime } from "../rules/timing";
import { notify } from "./notify";

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/**
 * Makes the waiting reminder agree with the appointment: one for its time, none for a time that it left or when it is
 * cancelled. Safe to run any number of times and in any order: only the appointment as it stands counts.
 */
export async function scheduleReminder(
  ctx: CompanyContext,
  { appointmentId, decidedAt }: { appointmentId: string; decidedAt: Date },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const appointment = await findAppointmentRow(tx, appointmentId);
    if (!appointment) return;
    const dedupeKey = reminderKey(appointment);
    const scheduledFor = reminderTime(appointment, decidedAt);
    const waiting = await findWaitingMessages(tx, { appointmentId, eventType: "reminder_24h" });
    for (const { id, dedupeKey: key } of waiting) {
      if (scheduledFor && key.startsWith(dedupeKey)) continue;
      await writeMessage(tx, id, { status: "cancelled", error: scheduledFor ? "moved" : `is_${appointment.status}` });
      await publish(tx, notificationChanged, { notificationId: id, appointmentId, status: "cancelled" });
    }
    if (!scheduledFor) return;
    const isSoon = scheduledFor.getTime() <= tx.now.getTime() + HANDOVER_MS;
    const revived = await reviveMessage(tx, { dedupeKey, status: isSoon ? "pending" : "scheduled", scheduledFor });
    if (revived && isSoon) await publish(tx, notificationQueued, { notificationId: revived, scheduledFor });
    if (!revived) await notify(tx, { event: "reminder_24h", appointmentId, dedupeKey, scheduledFor });
  });
}
