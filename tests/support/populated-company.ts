import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "./actors";
import { createBookableCompany, wishOf } from "./booking";

/** A company with at least one row of what a call may name. */
export async function createPopulatedCompany() {
  const bookable = await createBookableCompany();
  const { company, customer, service, staff } = bookable;
  const { companyId, branchId, owner } = company;
  const { appointment } = await bookAppointment(ownerOf(company), wishOf(bookable));
  const call = { id: newId(), companyId, branchId, retellCallId: `call_${newId()}`, fromNumber: "+493023125888" };
  const ended = { direction: "inbound", status: "ended", startedAt: new Date() } as const;
  await platformClient().call.create({ data: { ...call, ...ended, customerId: customer.id } });
  const { callbackId } = await createCallback(ownerOf(company), {
    ...{ branchId, callId: call.id, customerId: customer.id },
    ...{ name: "Maria", phone: "+493023125888", reason: "Rückruf", preferredTimes: null },
  });
  const notificationId = newId();
  const message = { channel: "sms", eventType: "appointment.confirmed", recipient: "+493023125888" } as const;
  const failed = { status: "failed", scheduledFor: new Date(), dedupeKey: notificationId } as const;
  await platformClient().notificationQueue.create({
    data: { id: notificationId, companyId, appointmentId: appointment.id, ...message, ...failed },
  });
  const [entry] = await platformClient().activityLog.findMany({ where: { companyId }, take: 1, select: { id: true } });
  const rows: Record<string, string> = {
    ...{ customerId: customer.id, appointmentId: appointment.id, branchId, serviceId: service.id, staffId: staff.id },
    ...{ callId: call.id, callbackId, notificationId, companyId, entryId: entry?.id ?? newId(), userId: owner.userId },
  };
  return { companyId, owner, rows };
}

export type PopulatedCompany = Awaited<ReturnType<typeof createPopulatedCompany>>;
