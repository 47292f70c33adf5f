import { beforeAll, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { HOUR } from "@/server/core/time";
import { ownerOf } from "../../../support/actors";
import { writeEntries } from "../../../support/chain";
import { createCustomer, createService, createStaff, createTenantWithCompany } from "../../../support/factories";
import { restAs } from "../../../support/rest-requests";

let ask: Awaited<ReturnType<typeof restAs>>;
let customerId: string;
/** The rows of each list, the earliest first. */
const rows: Record<string, string[]> = {
  ...{
    calls: [],
    callbacks: [],
    notes: [],
    customers: [],
    audit: [],
    resources: [],
    staff: [],
    messages: [],
    fees: [],
  },
  ...{ modifications: [], absences: [] },
};

beforeAll(async () => {
  const owned = await createTenantWithCompany();
  const { companyId, branchId, owner } = owned;
  ask = await restAs(owner);
  const db = platformClient();
  const names = [
    ["Ada", "Abel"],
    ["Ada", "Berg"],
    ["Cleo", "Berg"],
  ] as const;
  for (const [firstName, lastName] of names.toReversed())
    rows.customers?.unshift((await createCustomer({ companyId }, { firstName, lastName })).id);
  customerId = rows.customers?.[0] ?? "";
  for (const hours of [3, 2, 1]) {
    const at = new Date(Date.now() - hours * HOUR);
    const [call, callback, note] = [newId(), newId(), newId()];
    const conversation = { retellCallId: call, direction: "inbound", status: "ended", startedAt: at } as const;
    await db.call.create({ data: { id: call, companyId, branchId, ...conversation } });
    const wish = { name: "Maria", phone: "+493023125888", reason: "Rückruf", dueAt: at };
    await db.callbackRequest.create({ data: { id: callback, companyId, branchId, ...wish } });
    await db.customerNote.create({ data: { id: note, companyId, customerId, content: "x", createdAt: at } });
    rows.calls?.push(call);
    rows.callbacks?.push(callback);
    rows.notes?.push(note);
    await writeEntries({ ...ownerOf(owned), now: at }, [{ action: "edit_company", after: { name: `Salon ${hours}` } }]);
  }
  const room = { companyId, branchId, type: "room" } as const;
  for (const name of ["Kabine", "Salon", "Werkstatt"]) {
    const [resource, person] = [newId(), await createStaff(owned, { name: `Person ${name}` })];
    await db.resource.create({ data: { id: resource, ...room, name } });
    rows.resources?.push(resource);
    rows.staff?.push(person.id);
  }
  const { id: staffId } = await createStaff(owned, { name: "Zoe" });
  rows.staff?.push(staffId);
  const { id: serviceId } = await createService(owned);
  const times = (hour: number) => ({ startsAt: inDays(hour), endsAt: new Date(inDays(hour).getTime() + HOUR) });
  for (const days of [1, 2, 3]) {
    const at = new Date(Date.now() - (10 - days) * HOUR);
    const [message, fee, change, absence, appointment] = [newId(), newId(), newId(), newId(), newId()];
    await db.appointment.create({
      data: {
        ...{ id: appointment, companyId, branchId, staffId, serviceId, customerId, ...times(days) },
        ...{ blockedFrom: times(days).startsAt, blockedUntil: times(days).endsAt },
        ...{ priceCents: 100, currency: "EUR", source: "web", status: "cancelled", cancelledAt: at },
      },
    });
    const sms = { channel: "sms", eventType: "appointment.confirmed", recipient: "+493023125888" } as const;
    await db.notificationQueue.create({
      data: { id: message, companyId, ...sms, status: "sent", scheduledFor: at, dedupeKey: message, createdAt: at },
    });
    await db.customerFee.create({
      data: {
        ...{ id: fee, companyId, customerId, appointmentId: appointment, kind: "reschedule", amountCents: 100 },
        ...{ currency: "EUR", reason: "short_notice", explanation: {}, createdAt: at },
      },
    });
    await db.appointmentModification.create({
      data: {
        id: change,
        companyId,
        customerId,
        appointmentId: appointment,
        type: "created",
        actor: {},
        occurredAt: at,
      },
    });
    await db.scheduleException.create({
      data: { id: absence, companyId, staffId, ownerType: "staff", kind: "vacation", ...times(days * 24) },
    });
    rows.messages?.push(message);
    rows.fees?.push(fee);
    rows.modifications?.push(change);
    rows.absences?.push(absence);
  }
  const entries = await db.activityLog.findMany({ where: { companyId }, orderBy: { sequence: "asc" } });
  rows.audit = entries.map(({ id }) => id);
});

const LISTS: [string, string, () => string, "asc" | "desc"][] = [
  ["calls", "started_at", () => "/api/v2/calls", "desc"],
  ["callbacks", "due_at", () => "/api/v2/callbacks", "asc"],
  ["notes", "created_at", () => `/api/v2/customers/${customerId}/notes`, "desc"],
  ["customers", "name", () => "/api/v2/customers", "asc"],
  ["audit", "occurred_at", () => "/api/v2/audit-log", "desc"],
  ["resources", "name", () => "/api/v2/resources", "asc"],
  ["staff", "name", () => "/api/v2/staff/profiles", "asc"],
  ["messages", "created_at", () => "/api/v2/notifications", "desc"],
  ["fees", "created_at", () => "/api/v2/fees", "desc"],
  ["modifications", "occurred_at", () => "/api/v2/appointments/modifications", "desc"],
  ["absences", "starts_at", () => "/api/v2/schedule-exceptions", "asc"],
];

const inDays = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * 2 * HOUR);

/** All pages of a list, one row on each. */
async function readAll(path: string, query: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor = "";
  do {
    const { status, body } = await ask(`GET ${path}?per_page=1&${query}${cursor && `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    ids.push(...body.data.map(({ id }: { id: string }) => id));
    cursor = body.meta.next_cursor ?? "";
  } while (cursor);
  return ids;
}

it.each(LISTS)(
  "%s run either way by %s, page by page, and as they always did unless asked",
  async (name, by, path, usual) => {
    const earliestFirst = rows[name] ?? [];
    const latestFirst = earliestFirst.toReversed();
    expect(await readAll(path(), `sort=${by}`)).toEqual(earliestFirst);
    expect(await readAll(path(), `sort=-${by}`)).toEqual(latestFirst);
    expect(await readAll(path(), "")).toEqual(usual === "asc" ? earliestFirst : latestFirst);
    expect((await ask(`GET ${path()}?sort=nothing`)).status).toBe(400);
  },
);

it("a search has its nearest first, and by name whoever asks for that", async () => {
  const found = (query: string) => readAll("/api/v2/customers", `search=berg&${query}`);
  const [abel = "", ada = "", cleo = ""] = rows.customers ?? [];
  expect(await found("sort=name")).toEqual([ada, cleo]);
  expect(await found("sort=-name")).toEqual([cleo, ada]);
  const near = await readAll("/api/v2/customers", "search=adda+abel");
  expect(near[0]).toBe(abel);
});

it("a search in the log runs either way, too", async () => {
  const found = (query: string) => readAll("/api/v2/audit-log", `search=salon&${query}`);
  expect(await found("sort=occurred_at")).toEqual(rows.audit);
  expect(await found("")).toEqual(rows.audit?.toReversed());
});
