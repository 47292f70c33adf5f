import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { listServices } from "@/server/catalog/queries/list-services";
import { visitName } from "@/server/catalog/services/rules/visit";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { HOUR } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { findCustomer } from "@/server/customers/queries/find-customer";
import { getPolicy } from "@/server/policies/queries/get-policy";
import { listStaff } from "@/server/staff/queries/list-staff";
import { listBranches } from "@/server/tenancy/queries/list-branches";
import { loadFacts } from "../commands/load-facts";
import type { AppointmentFacts, MessageFacts } from "../rules/message-facts";
import type { MessagePreviews, PreviewMessageInput } from "../schema";
import { previewsOf } from "./previews-of";

const EVENTS = {
  booked: "appointment_confirmed",
  rescheduled: "appointment_rescheduled",
  cancelled: "appointment_cancelled",
} as const;

/** What the customer would get if it were done now: each message as it would be written, and to where. */
export async function previewMessage(ctx: CompanyContext, input: PreviewMessageInput): Promise<MessagePreviews> {
  return transact(ctx, async (tx) => {
    const facts = input.appointmentId ? await factsOfExisting(tx, input) : await factsOfNew(tx, input);
    if (!facts) return [];
    return previewsOf(tx, { event: EVENTS[input.what], facts });
  });
}

/** As it stands, with what is about to be another. */
async function factsOfExisting(tx: TransactionContext, input: PreviewMessageInput): Promise<MessageFacts> {
  const appointmentId = input.appointmentId ?? "";
  await getAppointment(tx, { appointmentId });
  const facts = await loadFacts(tx, { appointmentId });
  if (!facts.appointment) return facts;
  const staffName = input.staffId ? await nameOfStaff(tx, input.staffId) : facts.appointment.staffName;
  const startsAt = input.startsAt ?? facts.appointment.startsAt;
  const appointment = { ...facts.appointment, startsAt, staffName };
  return { ...facts, appointment: { ...appointment, cancelDeadline: await deadlineOf(tx, appointment, facts) } };
}

/** Nothing yet, as long as it is not decided who comes when and for what. */
async function factsOfNew(tx: TransactionContext, input: PreviewMessageInput): Promise<MessageFacts | null> {
  const { customerId, branchId, serviceId, staffId, startsAt } = input;
  if (customerId && !(await findCustomer(tx, { customerId }))) throw notFound("customer");
  if (branchId && !(await listBranches(tx)).some(({ id }) => id === branchId)) throw notFound("branch");
  const services = serviceId ? await listServices(tx, branchId ? { branchId } : {}) : [];
  const wished = [serviceId, ...(input.followedBy ?? []).map((part) => part.serviceId)].filter(
    (id) => id !== undefined,
  );
  const visit = wished.flatMap((wishedId) => services.find(({ id }) => id === wishedId) ?? []);
  if (visit.length < wished.length) throw notFound("service");
  const staffName = staffId ? await nameOfStaff(tx, staffId) : "";
  if (!customerId || !branchId || !serviceId || !startsAt) return null;
  const facts = await loadFacts(tx, { customerId, branchId });
  const made = {
    id: customerId,
    status: "confirmed" as const,
    startsAt,
    customerId,
    serviceId,
    staffId: staffId ?? "",
  };
  const appointment = { ...made, serviceName: visitName(visit), staffName, cancelDeadline: null, calendarLink: "" };
  return { ...facts, appointment: { ...appointment, cancelDeadline: await deadlineOf(tx, appointment, facts) } };
}

async function nameOfStaff(tx: TransactionContext, staffId: string): Promise<string> {
  const person = (await listStaff(tx, {})).find(({ id }) => id === staffId);
  if (!person) throw notFound("staff");
  return person.name;
}

async function deadlineOf(
  tx: TransactionContext,
  { startsAt, serviceId, staffId }: Pick<AppointmentFacts, "startsAt" | "serviceId" | "staffId">,
  { branch }: MessageFacts,
): Promise<Date | null> {
  const subject = { serviceId, ...(staffId && { staffId }), ...(branch && { branchId: branch.id }) };
  const { minHoursNotice } = await getPolicy(tx, { type: "cancellation", ...subject });
  const deadline = new Date(startsAt.getTime() - minHoursNotice * HOUR);
  return deadline > tx.now ? deadline : null;
}
