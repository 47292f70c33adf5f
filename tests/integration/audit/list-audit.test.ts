import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { getAudit } from "@/server/audit/queries/get-audit";
import { listAudit } from "@/server/audit/queries/list-audit";
import { listAuditInput } from "@/server/audit/schema";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { agentOf, jobOf, NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { writeEntries } from "../../support/chain";
import { createTenantWithCompany } from "../../support/factories";

let salon: BookableCompany;
let owner: CompanyContext;
let appointmentId: string;

beforeAll(async () => {
  salon = await createBookableCompany();
  owner = { ...ownerOf(salon.company), ip: "203.0.113.7", permissions: new Set(ROLE_PERMISSIONS.admin) };
  appointmentId = (await bookAppointment(owner, wishOf(salon))).appointment.id;
  await rescheduleAppointment(owner, {
    appointmentId,
    newStartsAt: wednesdayAt(14),
    reason: "Arzttermin 100%",
    isConfirmed: true,
  });
  await writeEntries(agentOf(salon.company, newId()), [{ action: "edit_customers", after: { firstName: "Ümit" } }]);
  await writeEntries(owner, [{ action: "create_medical_notes", after: { content: "Nussallergie" } }]);
  await writeEntries({ ...owner, now: new Date("2026-11-01T10:00:00Z") }, [{ action: "edit_company" }]);
});

const ask = (input: object = {}, ctx = owner) => listAudit(ctx, listAuditInput.parse(input));
const actions = async (input: object = {}, ctx = owner) => (await ask(input, ctx)).items.map(({ action }) => action);

describe("the list", () => {
  it("shows who did what to whom, the newest first", async () => {
    const { items } = await ask();
    expect(items.map(({ action }) => action)).toEqual([
      "create_medical_notes",
      "edit_customers",
      "reschedule_appointments",
      "create_appointments",
      "edit_company",
    ]);
    expect(items[2]).toMatchObject({
      actor: { kind: "user", name: "Kim Beispiel" },
      subject: { type: "appointment", id: appointmentId, name: "Maria Schäfer" },
      fields: expect.arrayContaining(["startsAt", "reason"]),
    });
  });

  it("narrows by period, actor, action and subject", async () => {
    expect(await actions({ until: "2026-11-30T00:00:00Z" })).toEqual(["edit_company"]);
    expect(await actions({ actorKind: "agent" })).toEqual(["edit_customers"]);
    expect(await actions({ action: "create_appointments" })).toEqual(["create_appointments"]);
    expect(await actions({ subjectId: appointmentId })).toEqual(["reschedule_appointments", "create_appointments"]);
    expect(await actions({ subjectType: "appointment", from: NOW.toISOString() })).toHaveLength(2);
  });

  it("is counted, and opened at any page, also of a search", async () => {
    const all = (await ask()).items.map(({ id }) => id);
    const third = await ask({ page: 3, limit: 2, withTotal: true });
    expect([third.items.map(({ id }) => id), third.total]).toEqual([all.slice(4, 6), all.length]);
    const found = (await ask({ search: "kim beispiel" })).items.map(({ id }) => id);
    const second = await ask({ search: "kim beispiel", page: 2, limit: 2, withTotal: true });
    expect([second.items.map(({ id }) => id), second.total]).toEqual([found.slice(2, 4), found.length]);
    expect(await ask({ page: 900 })).toMatchObject({ items: [], nextCursor: null });
  });

  it("finds text in values, names and addresses, and takes no sign for a wildcard", async () => {
    expect(await actions({ search: "ümit" })).toEqual(["edit_customers"]);
    expect(await actions({ search: "100%" })).toEqual(["reschedule_appointments"]);
    expect(await actions({ search: "Arzt_ermin" })).toEqual([]);
    expect(await actions({ search: "kim beispiel" })).toHaveLength(4);
    expect(await actions({ search: "203.0.113.7" })).toHaveLength(4);
    expect(await actions({ search: appointmentId })).toHaveLength(2);
  });

  it("goes on where the page ended", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await ask({ limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual((await ask()).items.map(({ id }) => id));
    await expect(ask({ cursor: "eyJ4IjoxfQ" })).rejects.toMatchObject({ reason: "invalid_cursor" });
  });

  it("shows nothing of another company", async () => {
    const other = ownerOf(await createTenantWithCompany());
    expect((await ask({}, other)).items).toEqual([]);
    const [entry] = (await ask()).items;
    await expect(getAudit(other, { entryId: entry?.id ?? "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("an entry", () => {
  it("says what stood there and what stands there now, with names for ids", async () => {
    const [entry] = (await ask({ action: "reschedule_appointments" })).items;
    const details = await getAudit(owner, { entryId: entry?.id ?? "" });
    expect(details).toMatchObject({ ip: "203.0.113.7", requestId: owner.requestId, isErased: false, isHidden: false });
    const { changes } = details;
    expect(changes.find(({ field }) => field === "startsAt")).toMatchObject({
      before: wednesdayAt(10).toISOString(),
      after: wednesdayAt(14).toISOString(),
    });
    const [booking] = (await ask({ action: "create_appointments" })).items;
    const booked = await getAudit(owner, { entryId: booking?.id ?? "" });
    expect(booked.changes.find(({ field }) => field === "staffId")).toMatchObject({ afterName: "Alex Muster" });
  });
});

describe("what one may not view", () => {
  const operator = () => ({ ...owner, permissions: new Set<string>(ROLE_PERMISSIONS.super_admin) });

  it("is neither shown nor found by its text, though it is known to have happened", async () => {
    const [entry] = (await ask({ action: "create_medical_notes" }, operator())).items;
    expect(entry).toMatchObject({ fields: [] });
    expect(await getAudit(operator(), { entryId: entry?.id ?? "" })).toMatchObject({ changes: [], isHidden: true });
    expect(await actions({ search: "Nussallergie" }, operator())).toEqual([]);
    expect(await actions({ search: "Nussallergie" })).toEqual(["create_medical_notes"]);
  });

  it("is what happened in other branches", async () => {
    const { branchId } = salon.company;
    await writeEntries(jobOf(salon.company), [
      { action: "edit_services", after: { branchId } },
      { action: "edit_services", after: { branchId: newId() } },
    ]);
    const permissions = new Set<string>(ROLE_PERMISSIONS.manager);
    const actor = { kind: "user", userId: newId(), name: "Manager" } as const;
    const manager = { ...owner, actor, permissions, restriction: { branchIds: [branchId] } };
    expect(await actions({}, manager)).toEqual(["edit_services"]);
    const [hidden] = (await ask({ action: "edit_company" })).items;
    await expect(getAudit(manager, { entryId: hidden?.id ?? "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("answers a search in a long log in parts, and says how far back it was", async () => {
  const { companyId, owner: person } = await createTenantWithCompany();
  await platformClient().$executeRaw`
    INSERT INTO activity_logs (id, company_id, sequence, action, actor, new_values, salt, occurred_at, canonical, previous_hash, hash)
    SELECT gen_random_uuid(), ${companyId}::uuid, n, 'edit_customers', '{"kind":"job","name":"x"}',
      jsonb_build_object('note', CASE WHEN n = 1 THEN 'needle' ELSE 'hay' END), '', timestamptz '2026-01-01' + n * interval '1 second', '{}', '', ''
    FROM generate_series(1, 30000) n`;
  const ctx = { ...owner, ...ownerOf({ ...salon.company, companyId, owner: person }) };
  const first = await ask({ search: "needle" }, ctx);
  expect(first.items).toEqual([]);
  expect((await ask({ search: "needle", withTotal: true }, ctx)).total).toBeUndefined();
  expect((await ask({ withTotal: true }, ctx)).total).toBe(30_000);
  expect(first.searchedBackTo).toEqual(new Date(Date.parse("2026-01-01T00:00:00Z") + 10_001 * 1000));
  const second = await ask({ search: "needle", cursor: first.nextCursor }, ctx);
  expect(second).toMatchObject({ items: [{ sequence: 1 }], nextCursor: null, searchedBackTo: null });
});
