import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { uploadImport } from "@/server/appointments/imports/commands/upload-import";
import { requestException } from "@/server/availability/exceptions/commands/request-exception";
import { createKnowledge } from "@/server/calls/knowledge/commands/create-knowledge";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { createNote } from "@/server/customers/notes/commands/create-note";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { inviteMember } from "@/server/identity/team/commands/invite-member";
import { setPhoto } from "@/server/staff/photos/commands/set-photo";
import { ownerOf } from "./actors";
import { type BookableCompany, createBookableCompany, wishOf } from "./booking";
import { createRole, createUser } from "./factories";
import { createSession } from "./scheduling";
import { newOwnNumber } from "./telephone";
import { nextWeek, ONE_LINE, ONE_PIXEL } from "./walk-values";

export const ROW_FIELDS = [
  "customerId",
  "appointmentId",
  "branchId",
  "serviceId",
  "staffId",
  "callId",
  "callbackId",
  "notificationId",
  "companyId",
  "entryId",
  "importId",
  "apiKeyId",
  "sessionId",
  "classSessionId",
  "passkeyId",
  "roleId",
  "membershipId",
  "invitationId",
  "noteId",
  "userId",
  "feeId",
  "resourceId",
  "resourceGroupId",
  "exceptionId",
  "holidayId",
  "conflictId",
  "driftId",
  "agentId",
  "phoneNumberId",
  "webhookLogId",
  "documentId",
] as const;

export type Rows = Record<(typeof ROW_FIELDS)[number], string>;

/** A company with one row of everything that a procedure may name. */
export async function createRows(): Promise<{ bookable: BookableCompany; rows: Rows }> {
  const bookable = await createBookableCompany();
  const { company, customer, service, staff } = bookable;
  const { companyId, branchId } = company;
  const { appointment } = await bookAppointment(ownerOf(company), wishOf(bookable));
  const call = { id: newId(), companyId, branchId, retellCallId: `call_${newId()}`, fromNumber: "+493023125888" };
  const started = { direction: "inbound", status: "ended", startedAt: new Date() } as const;
  await platformClient().call.create({ data: { ...call, ...started, customerId: customer.id } });
  const { callbackId } = await createCallback(ownerOf(company), {
    ...{ branchId, callId: call.id, customerId: customer.id },
    ...{ name: "Maria", phone: "+493023125888", reason: "Rückruf", preferredTimes: null },
  });
  const message = {
    id: newId(),
    companyId,
    channel: "sms",
    eventType: "appointment.confirmed",
    recipient: "+49302312588",
  };
  const failed = {
    status: "failed",
    scheduledFor: new Date(),
    dedupeKey: newId(),
    appointmentId: appointment.id,
  } as const;
  await platformClient().notificationQueue.create({ data: { ...message, channel: "sms", ...failed } });
  const { userId } = company.owner;
  const ending = { tokenHash: newId(), expiresAt: new Date(Date.now() + DAY) };
  const session = await platformClient().session.create({ data: { id: newId(), userId, ...ending } });
  const key = { credentialId: newId(), publicKey: new Uint8Array([1]), name: "Telefon" };
  const passkey = await platformClient().passkeyCredential.create({ data: { id: newId(), userId, ...key } });
  const entry = await platformClient().activityLog.findFirstOrThrow({ where: { companyId }, select: { id: true } });
  const { apiKey } = await createApiKey(ownerOf(company), {
    ...{ name: "Kasse", scopes: ["view_customers"], branchIds: [], expiresInDays: 90 },
  });
  const role = await createRole(company, { permissions: ["view_customers"] });
  const member = await createUser(company, { roleId: role.id });
  const membership = await platformClient().membership.findFirstOrThrow({ where: { userId: member.id } });
  const invited = { email: `${newId()}@example.com`, roleId: role.id, branchIds: [] };
  const { invitationId } = await inviteMember(ownerOf(company, new Date()), invited);
  const note = await createNote(ownerOf(company), {
    ...{ customerId: customer.id, content: "Mag es kurz", type: "general", visibility: "staff", isPinned: false },
  });
  const fee = {
    id: newId(),
    companyId,
    customerId: customer.id,
    appointmentId: appointment.id,
    kind: "reschedule",
  } as const;
  const cost = { amountCents: 1450, currency: "EUR", reason: "short_notice", explanation: {} };
  await platformClient().customerFee.create({ data: { ...fee, ...cost } });
  const resourceGroup = await platformClient().resourceGroup.create({
    data: { id: newId(), companyId, branchId, name: "Kabinen" },
  });
  const resource = await platformClient().resource.create({
    data: { id: newId(), companyId, branchId, type: "room", name: "Kabine 1" },
  });
  await setPhoto(ownerOf(company), { staffId: staff.id, image: ONE_PIXEL });
  const wish = { kind: "vacation", startsOn: nextWeek(60).slice(0, 10), endsOn: nextWeek(64).slice(0, 10) } as const;
  const exception = await requestException(ownerOf(company), { ...wish, staffId: staff.id });
  const off = { date: new Date(nextWeek(70).slice(0, 10)), key: "own", name: "Betriebsausflug" };
  const holiday = await platformClient().holiday.create({ data: { id: newId(), companyId, branchId, ...off } });
  const file = { branchId, fileName: "termine.csv", fileBase64: Buffer.from(ONE_LINE).toString("base64") };
  const { id: importId } = await uploadImport(ownerOf(company), file);
  const course = { startsAt: new Date(nextWeek(80)), endsAt: new Date(nextWeek(81)), capacity: 3 };
  const classSession = await createSession(company, { ...course, serviceId: service.id, staffId: staff.id });
  const waiting = { calcomBookingUid: newId(), driftStatus: "manual_review", reviewReason: "slot_taken" } as const;
  const stands = { startsAt: nextWeek(90), endsAt: nextWeek(91), status: "accepted" };
  const conflict = await platformClient().calcomEventMap.create({
    data: { id: newId(), companyId, ...waiting, calcomState: stands },
  });
  const differing = await platformClient().calcomEventMap.create({
    data: { ...{ id: newId(), companyId, ...waiting, calcomBookingUid: newId() }, calcomState: stands },
  });
  const found = { kind: "missing_in_platform", strategy: "manual", state: "open", detectedAt: new Date() } as const;
  const drift = await platformClient().calcomDrift.create({
    data: { id: newId(), companyId, eventMapId: differing.id, bookingUid: differing.calcomBookingUid, ...found },
  });
  const agent = { id: newId(), companyId, retellAgentId: newId(), name: "Telefonassistentin" };
  await platformClient().retellAgent.create({ data: agent });
  const number = {
    id: newId(),
    companyId,
    branchId,
    agentId: agent.id,
    e164: newOwnNumber(),
    provider: "sip",
  } as const;
  await platformClient().phoneNumber.create({ data: number });
  const delivery = { source: "retell", isSignatureValid: true, responseStatus: 200, status: "failed" } as const;
  const body = { event: "call_ended", call: { call_id: call.retellCallId, agent_id: agent.retellAgentId } };
  const webhook = await platformClient().webhookLog.create({
    data: { id: newId(), companyId, ...delivery, eventType: "call_ended", payload: body },
  });
  const { documentId } = await createKnowledge(ownerOf(company), {
    ...{ title: "Gutscheine", text: "Gutscheine gibt es ab 20 Euro.", language: "de", isActive: true },
  });
  const rows = {
    documentId,
    webhookLogId: webhook.id,
    ...{ agentId: agent.id, phoneNumberId: number.id },
    conflictId: conflict.id,
    driftId: drift.id,
    classSessionId: classSession.id,
    ...{ exceptionId: exception.id, holidayId: holiday.id },
    ...{ resourceId: resource.id, resourceGroupId: resourceGroup.id },
    feeId: fee.id,
    noteId: note.id,
    importId,
    userId: member.id,
    ...{ roleId: role.id, membershipId: membership.id, invitationId },
    entryId: entry.id,
    apiKeyId: apiKey.id,
    sessionId: session.id,
    passkeyId: passkey.id,
    ...{ customerId: customer.id, appointmentId: appointment.id, branchId, serviceId: service.id, staffId: staff.id },
    ...{ callId: call.id, callbackId, notificationId: message.id, companyId },
  };
  return { bookable, rows };
}
