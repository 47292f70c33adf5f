import { calendarLink } from "@/server/appointments/queries/calendar-link";
import { findException } from "@/server/availability/exceptions/queries/find-exception";
import { verificationCodePlace } from "@/server/calls/rules/verification-code";
import type { TransactionContext } from "@/server/core/context";
import { decrypt } from "@/server/core/crypto";
import { env } from "@/server/core/env";
import { HOUR } from "@/server/core/time";
import { getPolicy } from "@/server/policies/queries/get-policy";
import { getStaff } from "@/server/staff/queries/get-staff";
import {
  type FactSources,
  findAppointmentRow,
  findBranchRow,
  findCallbackRow,
  findCallRow,
  findCompanyRow,
  findCustomerRow,
} from "../repository/facts";
import type { AbsenceFacts, MessageFacts } from "../rules/message-facts";
import type { MessageData } from "../schema";

/** Everything that a message may tell, as it stands now. */
export async function loadFacts(
  tx: TransactionContext,
  { data = {}, ...sources }: FactSources & { data?: MessageData },
): Promise<MessageFacts> {
  const appointment = sources.appointmentId ? await findAppointmentRow(tx, sources.appointmentId) : null;
  const call = data.callId ? await findCallRow(tx, data.callId) : null;
  const callback = data.callbackId ? await findCallbackRow(tx, data.callbackId) : null;
  const customerId = sources.customerId ?? appointment?.customerId ?? callback?.customerId ?? call?.customerId;
  const branch = sources.branchId ? await findBranchRow(tx, sources.branchId) : null;
  return {
    company: await findCompanyRow(tx),
    branch: branch ?? appointment?.branch ?? callback?.branch ?? call?.branch ?? null,
    customer: customerId ? toCustomer(await findCustomerRow(tx, customerId)) : null,
    appointment: appointment && (await toAppointment(tx, appointment)),
    call: call && {
      ...call,
      phone: call.direction === "outbound" ? call.toNumber : call.fromNumber,
      link: portalLink(`/calls/${call.id}`),
    },
    callback: callback && { ...callback, link: portalLink("/calls") },
    absence: data.exceptionId ? await toAbsence(tx, data.exceptionId) : null,
    code: readCode(data.codeEncrypted, customerId),
  };
}

function readCode(encrypted: string | undefined, customerId: string | null | undefined): string | null {
  return encrypted && customerId ? decrypt(encrypted, verificationCodePlace(customerId)) : null;
}

const portalLink = (path: string): string => new URL(path, env().APP_URL).toString();

function toCustomer(row: Awaited<ReturnType<typeof findCustomerRow>>): MessageFacts["customer"] {
  if (!row) return null;
  return {
    id: row.id,
    name: [row.firstName, row.lastName].filter(Boolean).join(" "),
    email: row.email,
    language: row.language,
    isSmsAllowed: row.smsOptIn,
    isGone: row.deletedAt !== null || row.anonymizedAt !== null,
    phones: row.customerPhones.map(({ e164 }) => e164),
  };
}

/** With who it is about and how to write to them; null once it was withdrawn. */
async function toAbsence(tx: TransactionContext, exceptionId: string): Promise<AbsenceFacts | null> {
  const absence = await findException(tx, { exceptionId });
  if (!absence?.staffId) return null;
  const { name, email, account } = await getStaff(tx, { staffId: absence.staffId });
  const { id, state, kind, startsAt, endsAt, timezone, reason, decisionNote } = absence;
  return {
    ...{ id, state, kind, startsAt, endsAt, timezone, reason, decisionNote },
    staffName: name,
    staffEmail: account?.email ?? email,
    isWholeDays: absence.startTime === null,
    link: portalLink("/working-hours?tab=absences"),
  };
}

type AppointmentRow = NonNullable<Awaited<ReturnType<typeof findAppointmentRow>>>;

async function toAppointment(tx: TransactionContext, row: AppointmentRow): Promise<MessageFacts["appointment"]> {
  const { branch, service: _, services: _all, staff, ...appointment } = row;
  const subject = { staffId: row.staffId, serviceId: row.serviceId, branchId: branch.id };
  const { minHoursNotice } = await getPolicy(tx, { type: "cancellation", ...subject });
  const deadline = new Date(row.startsAt.getTime() - minHoursNotice * HOUR);
  return {
    ...appointment,
    staffName: staff.name,
    cancelDeadline: deadline > tx.now ? deadline : null,
    calendarLink: calendarLink(row.id),
  };
}
