import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { inviteMember } from "@/server/identity/team/commands/invite-member";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../support/booking";
import { createRole, createUser } from "../../support/factories";
import { contextOf } from "../../support/signed-in";

const ROW_FIELDS = [
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
  "apiKeyId",
  "sessionId",
  "roleId",
  "membershipId",
  "invitationId",
] as const;
type Rows = Record<(typeof ROW_FIELDS)[number], string>;

/** A company with one row of everything that a procedure may name. */
async function createRows(): Promise<{ bookable: BookableCompany; rows: Rows }> {
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
  const entry = await platformClient().activityLog.findFirstOrThrow({ where: { companyId }, select: { id: true } });
  const { apiKey } = await createApiKey(ownerOf(company), {
    ...{ name: "Kasse", scopes: ["view_customers"], branchIds: [], expiresInDays: 90 },
  });
  const role = await createRole(company, { permissions: ["view_customers"] });
  const member = await createUser(company, { roleId: role.id });
  const membership = await platformClient().membership.findFirstOrThrow({ where: { userId: member.id } });
  const invited = { email: `${newId()}@example.com`, roleId: role.id, branchIds: [] };
  const { invitationId } = await inviteMember(ownerOf(company, new Date()), invited);
  const rows = {
    ...{ roleId: role.id, membershipId: membership.id, invitationId },
    entryId: entry.id,
    apiKeyId: apiKey.id,
    sessionId: session.id,
    ...{ customerId: customer.id, appointmentId: appointment.id, branchId, serviceId: service.id, staffId: staff.id },
    ...{ callId: call.id, callbackId, notificationId: message.id, companyId },
  };
  return { bookable, rows };
}

/** Fields that name a row under another name. */
const ALSO: Record<string, keyof Rows> = {
  branchIds: "branchId",
  movingAppointmentId: "appointmentId",
  preferredBranchId: "branchId",
  preferredStaffId: "staffId",
  subjectId: "appointmentId",
};
const nextWeek = (days: number) => new Date(Date.now() + (7 + days) * DAY).toISOString();

/** What to send in a field that must be there and names no row. */
const PLAIN: Record<string, unknown> = {
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
  code: "123456",
  twoFactorRoles: ["admin"],
  ipAllowlist: [],
  name: "Probe",
  password: "blaue wolken tanzen leise",
  scopes: ["view_customers"],
  locale: "de",
};
/** Fields that may be left out and name no row. */
const PLAIN_OPTIONAL = [
  "action",
  "actorKind",
  "birthdate",
  "code",
  "cursor",
  "description",
  "direction",
  "email",
  "expiresInDays",
  "firstName",
  "from",
  "hasAppointment",
  "isConfirmed",
  "isOwnOnly",
  "isReviewed",
  "language",
  "lastEventId",
  "limit",
  "locale",
  "minDurationSec",
  "note",
  "notes",
  "notifyCustomer",
  "order",
  "outcome",
  "overlapHours",
  "period",
  "permissions",
  "password",
  "phone",
  "reason",
  "salutation",
  "search",
  "sentiment",
  "source",
  "stage",
  "status",
  "subjectType",
  "title",
  "until",
  "version",
];

type Procedure = { _def: { type: string; inputs: z.ZodType[]; meta?: { permission?: string } } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

function fieldsOf({ _def: { inputs } }: Procedure): { field: string; isOptional: boolean }[] {
  return inputs.flatMap((input) => {
    const { properties = {}, required = [] } = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
    return Object.keys(properties).map((field) => ({ field, isOptional: !required.includes(field) }));
  });
}

const isRow = (field: string): boolean => field in ALSO || ROW_FIELDS.some((name) => name === field);
const rowOf = (field: string, rows: Rows): string => rows[ALSO[field] ?? (field as keyof Rows)];
/** As the field wants it: one id, or a list of them. */
const toField = (field: string, id: string): string | string[] => (field.endsWith("Ids") ? [id] : id);

let ours: Awaited<ReturnType<typeof createRows>>;
let theirs: Awaited<ReturnType<typeof createRows>>;
beforeAll(async () => {
  [ours, theirs] = [await createRows(), await createRows()];
});

/** Everything that stands in the database of a company, by table. */
async function snapshot(companyId: string): Promise<Record<string, string>> {
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

/** What must be there, as our own; and the field in question as given. */
function inputFor(procedure: Procedure, odd: Record<string, string | string[]> = {}): Record<string, unknown> {
  const needed = fieldsOf(procedure).filter(({ isOptional }) => !isOptional);
  const own = needed.map(({ field }) => [field, isRow(field) ? toField(field, rowOf(field, ours.rows)) : PLAIN[field]]);
  return { ...Object.fromEntries(own), ...odd };
}

async function callAs(user: { userId: string } | null, path: string, input: unknown): Promise<unknown> {
  const context = user ? await contextOf(user) : await createContext(new Headers());
  const caller = createCallerFactory(appRouter)(context);
  const call = path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller);
  return (call as (input: unknown) => Promise<unknown>)(input).catch((error: unknown) => error);
}

/** An answer, or what a refusal says. */
const told = (answer: unknown): unknown =>
  answer instanceof TRPCError ? { code: answer.code, reason: answer.message } : answer;

const walked = procedures.flatMap(([path, procedure]) =>
  fieldsOf(procedure)
    .filter(({ field }) => isRow(field))
    .map(({ field }) => ({ path, procedure, field })),
);

describe("every procedure", () => {
  it("has only fields that this walk knows", () => {
    const unknown = procedures.flatMap(([path, procedure]) =>
      fieldsOf(procedure)
        .filter(
          ({ field, isOptional }) => !isRow(field) && !(isOptional ? PLAIN_OPTIONAL.includes(field) : field in PLAIN),
        )
        .map(({ field }) => `${path}: ${field}`),
    );
    expect(unknown).toEqual([]);
    expect(walked.length).toBeGreaterThan(30);
  });

  it.each(walked)(
    "$path takes another company's $field for one that is not there",
    async ({ path, procedure, field }) => {
      const [before, own] = [await snapshot(theirs.rows.companyId), await snapshot(ours.rows.companyId)];
      const { owner } = ours.bookable.company;
      const answer = told(
        await callAs(owner, path, inputFor(procedure, { [field]: toField(field, rowOf(field, theirs.rows)) })),
      );
      const unknown = told(await callAs(owner, path, inputFor(procedure, { [field]: toField(field, newId()) })));
      expect(answer).toEqual(unknown);
      expect(answer).not.toMatchObject({
        code: expect.stringMatching(/^(BAD_REQUEST|INTERNAL_SERVER_ERROR|FORBIDDEN)$/),
      });
      for (const secret of Object.values(theirs.rows)) expect(JSON.stringify(answer) ?? "").not.toContain(secret);
      expect(await snapshot(theirs.rows.companyId)).toEqual(before);
      expect(await snapshot(ours.rows.companyId)).toEqual(own);
    },
  );

  it.each(procedures.filter(([, { _def }]) => _def.type === "query"))(
    "%s answers about our own",
    async (path, procedure) => {
      expect(await callAs(ours.bookable.company.owner, path, inputFor(procedure))).not.toBeInstanceOf(Error);
    },
  );

  const closed = procedures.filter(([, { _def }]) => _def.meta?.permission !== "public");
  it.each(closed)("%s answers nobody without a session", async (path, procedure) => {
    expect(told(await callAs(null, path, inputFor(procedure)))).toMatchObject({ code: "UNAUTHORIZED" });
  });
});
