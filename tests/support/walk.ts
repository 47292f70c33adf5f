import { z } from "zod";
import { appRouter } from "@/server/api/root";
import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { uploadImport } from "@/server/appointments/imports/commands/upload-import";
import { requestException } from "@/server/availability/exceptions/commands/request-exception";
import { platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { createNote } from "@/server/customers/notes/commands/create-note";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { inviteMember } from "@/server/identity/team/commands/invite-member";
import { ownerOf } from "./actors";
import { createAuthenticator } from "./authenticator";
import { type BookableCompany, createBookableCompany, wishOf } from "./booking";
import { createRole, createUser } from "./factories";
import { createSession } from "./scheduling";

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
  const wish = { kind: "vacation", startsOn: nextWeek(60).slice(0, 10), endsOn: nextWeek(64).slice(0, 10) } as const;
  const exception = await requestException(ownerOf(company), { ...wish, staffId: staff.id });
  const off = { date: new Date(nextWeek(70).slice(0, 10)), key: "own", name: "Betriebsausflug" };
  const holiday = await platformClient().holiday.create({ data: { id: newId(), companyId, branchId, ...off } });
  const file = { branchId, fileName: "termine.csv", fileBase64: Buffer.from(ONE_LINE).toString("base64") };
  const { id: importId } = await uploadImport(ownerOf(company), file);
  const course = { startsAt: new Date(nextWeek(80)), endsAt: new Date(nextWeek(81)), capacity: 3 };
  const classSession = await createSession(company, { ...course, serviceId: service.id, staffId: staff.id });
  const rows = {
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

/** Fields that name a row under another name. */
const ALSO: Record<string, keyof Rows> = {
  appointmentIds: "appointmentId",
  branchIds: "branchId",
  followedBy: "serviceId",
  holidayIds: "holidayId",
  homeBranchId: "branchId",
  serviceIds: "serviceId",
  staffIds: "staffId",
  movingAppointmentId: "appointmentId",
  resourceIds: "resourceId",
  preferredBranchId: "branchId",
  preferredStaffId: "staffId",
  services: "serviceId",
  changes: "serviceId",
  actorId: "userId",
  subjectId: "appointmentId",
};
const ONE_LINE = "Datum;Uhrzeit;Kunde;Leistung;Bei\r\n01.03.2024;10:00;Nora Neu;Haarschnitt;Alex Muster\r\n";
const nextWeek = (days: number) => new Date(Date.now() + (7 + days) * DAY).toISOString();

const ONE_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What to send in a field that must be there and names no row. */
export const PLAIN: Record<string, unknown> = {
  startsOn: nextWeek(33).slice(0, 10),
  endsOn: nextWeek(34).slice(0, 10),
  month: "2027-02",
  isApproved: false,
  days: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => {
    const mode = dayOfWeek === 0 ? "closed" : "open";
    return { dayOfWeek, mode, shifts: mode === "open" ? [{ startTime: "09:00", endTime: "18:00" }] : [] };
  }),
  from: nextWeek(0),
  until: nextWeek(2),
  startsAt: nextWeek(0),
  newStartsAt: nextWeek(0),
  lastName: "Probe",
  email: "nobody@example.com",
  newEmail: "nobody@example.com",
  currentPassword: "not the right one",
  newPassword: "blaue wolken tanzen leise",
  token: "x".repeat(43),
  kind: "magic_link",
  passkey: createAuthenticator().use({ challenge: "bm9ib2R5LWFza2Vk" }),
  code: "123456",
  twoFactorRoles: ["admin"],
  ipAllowlist: [],
  origins: ["https://www.example.com"],
  name: "Probe",
  password: "blaue wolken tanzen leise",
  scopes: ["view_customers"],
  locale: "de",
  provider: "calcom",
  field: "apiKey",
  credential: "cal_live_probe_0123456789",
  date: nextWeek(0).slice(0, 10),
  content: "Probe",
  notes: "Probe",
  action: "confirm",
  reason: "Probe",
  appointments: [{ customerId: newId(), branchId: newId(), serviceId: newId(), startsAt: nextWeek(0) }],
  fileName: "termine.csv",
  fileBase64: Buffer.from(ONE_LINE).toString("base64"),
  mapping: { date: 0, time: 1, customerName: 2, service: 3, staff: 4 },
  startedAt: nextWeek(-8),
  durationSec: 60,
  timezone: "Europe/Vienna",
  image: ONE_PIXEL,
  what: "cancelled",
  time: "10:00",
  policyType: "cancellation",
  step: "cancel",
  config: { minHoursNotice: 12 },
  durationMinutes: 30,
  priceCents: 2900,
  segments: [],
  branches: [],
  resources: [],
  staffRequirements: [],
  people: [],
  change: "deactivate",
  price: { percent: 10 },
  industry: "salon",
  keys: ["womens_cut"],
  type: "room",
  services: [],
};
/** Fields that may be left out and name no row. */
export const PLAIN_OPTIONAL = [
  "action",
  "actorKind",
  "bio",
  "birthdate",
  "bufferAfterMinutes",
  "bufferBeforeMinutes",
  "cancelledBefore",
  "capacity",
  "category",
  "code",
  "colour",
  "content",
  "country",
  "cursor",
  "dayCount",
  "description",
  "direction",
  "durationMinutes",
  "email",
  "endTime",
  "expiresInDays",
  "fields",
  "firstName",
  "from",
  "hasAppointment",
  "hours",
  "isActive",
  "isBookable",
  "isConfirmed",
  "isObserved",
  "isOnlineBookable",
  "isOwnOnly",
  "isPhoneBookable",
  "isPinned",
  "isReviewed",
  "kind",
  "language",
  "languages",
  "lastEventId",
  "lastName",
  "limit",
  "locale",
  "location",
  "maxHorizonDays",
  "maxHoursPerDay",
  "maxHoursPerWeek",
  "maxPerDay",
  "maxWaitMinutes",
  "minDurationSec",
  "minNoticeMinutes",
  "movedBefore",
  "municipality",
  "name",
  "note",
  "notes",
  "notifyChannels",
  "notifyCustomer",
  "options",
  "order",
  "outcome",
  "overlapHours",
  "page",
  "partySize",
  "password",
  "period",
  "permissions",
  "phone",
  "policyType",
  "preferredTimes",
  "priceCents",
  "priority",
  "reason",
  "repeat",
  "requiresDepositCents",
  "resolution",
  "salutation",
  "sameStaff",
  "search",
  "sentiment",
  "skills",
  "smsOptIn",
  "sort",
  "source",
  "stage",
  "startTime",
  "startsAt",
  "state",
  "states",
  "status",
  "subject",
  "subjectType",
  "summary",
  "synonyms",
  "taxRateBps",
  "timezone",
  "title",
  "twoFactorCode",
  "type",
  "until",
  "validFrom",
  "validUntil",
  "version",
  "waivesFee",
  "withTotal",
  "year",
  "visibility",
];

export type Procedure = { _def: { type: string; inputs: z.ZodType[]; meta?: { permission?: string } } };
/** Those of the platform are over all companies: that nobody else reaches them is walked with the roles. */
export const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).filter(
  ([path]) => !path.startsWith("platform."),
);

export function fieldsOf({ _def: { inputs } }: Procedure): { field: string; isOptional: boolean }[] {
  return inputs.flatMap((input) => {
    const { properties = {}, required = [] } = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
    return Object.keys(properties).map((field) => ({ field, isOptional: !required.includes(field) }));
  });
}

export const isRow = (field: string): boolean => field in ALSO || ROW_FIELDS.some((name) => name === field);
export const rowOf = (field: string, rows: Rows): string => rows[ALSO[field] ?? (field as keyof Rows)];
/** Fields that hold rows with the id of a service in each; REST has other names for what they say of it. */
const IN_ROWS = ["followedBy", "services"];
const serviceRow = (id: string) => ({
  ...{ serviceId: id, durationMinutes: null, priceCents: null, proficiency: 3 },
  ...{ service_id: id, duration_minutes: null, price_cents: null },
});
/** As the field wants it: one id, a list of them, or a list of rows with an id in each. */
export function toField(field: string, id: string): unknown {
  if (field === "changes") return [{ serviceId: id, service_id: id, isActive: false, is_active: false }];
  if (IN_ROWS.includes(field)) return [serviceRow(id)];
  return field.endsWith("Ids") ? [id] : id;
}

/** Everything that stands in the database of a company, by table. */
export async function snapshot(companyId: string): Promise<Record<string, string>> {
  const tables = await platformClient().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'company_id' ORDER BY 1`;
  const entries = tables.map(async ({ name }) => {
    const [row] = await platformClient().$queryRaw<{ digest: string | null }[]>(
      Prisma.sql`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM ${Prisma.raw(`"${name}"`)} t WHERE company_id = ${companyId}::uuid`,
    );
    return [name, row?.digest ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
