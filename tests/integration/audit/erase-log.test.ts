import { beforeAll, describe, expect, it } from "vitest";
import { verifyCompanyChain } from "@/server/audit/queries/verify-company-chain";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { listRowsOf } from "@/server/operations/erasure/queries/list-rows-of";
import { OF_APPOINTMENT, OF_CALL, OF_CUSTOMER } from "@/server/operations/erasure/repository";
import { ownerOf } from "../../support/actors";
import { writeEntries } from "../../support/chain";
import { cli, cliJson } from "../../support/cli";
import { createUser } from "../../support/factories";
import { rest } from "../../support/rest-requests";
import { programSessionOf } from "../../support/signed-in";
import { createRows } from "../../support/walk-rows";

type World = Awaited<ReturnType<typeof createRows>>;
const NAME = "Schäfer-Unverwechselbar";

let ours: World;
let token: string;
beforeAll(async () => {
  ours = await createRows();
  token = await programSessionOf(ours.bookable.company.owner, ours.rows.companyId);
});

const erase = (body: object, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  rest("POST /api/v2/privacy-requests/log-erasures", { headers, body });

const textOf = async (companyId: string) =>
  JSON.stringify(await platformClient().activityLog.findMany({ where: { companyId } }), (_, value) =>
    typeof value === "bigint" ? Number(value) : value,
  );

/** Entries that carry the name: about the person, about what belongs to them, and about somebody else. */
async function speakOf({ bookable: { company }, rows }: World) {
  const said = { note: NAME };
  await writeEntries(ownerOf(company), [
    { action: "edit_customers", subjectType: "customer", subjectId: rows.customerId, after: said },
    { action: "edit_appointments", subjectType: "appointment", subjectId: rows.appointmentId, before: said },
    { action: "review_calls", subjectType: "call", subjectId: rows.callId, after: said },
    { action: "edit_callbacks", subjectType: "callback", subjectId: rows.callbackId, after: said },
    { action: "edit_general_notes", subjectType: "customer_note", subjectId: rows.noteId, after: said },
    {
      action: "merge_customers",
      subjectType: "customer",
      subjectId: newId(),
      after: { from: [rows.customerId], ...said },
    },
  ]);
}

describe("what the log says about a customer", () => {
  it("is forgotten with everything that belongs to them, and the chain stays valid", async () => {
    const { companyId, customerId } = ours.rows;
    await speakOf(ours);
    const other = { note: "Jemand anderes" };
    await writeEntries(ownerOf(ours.bookable.company), [
      { action: "edit_customers", subjectType: "customer", subjectId: newId(), after: other },
    ]);
    const { status, body } = await erase({ customer_id: customerId, reason: "Wunsch vom 3. Mai" });
    expect(status).toBe(200);
    expect(body.entries).toBeGreaterThanOrEqual(6);
    const text = await textOf(companyId);
    expect(text).not.toContain(NAME);
    expect(text).toContain(other.note);
    const report = await verifyCompanyChain(ownerOf(ours.bookable.company));
    expect(report).toMatchObject({ erased: body.entries, broken: null });
    const checked = await cliJson(["audit:verify", "--company", companyId]);
    expect([checked.code, checked.answer.data.chains[0].broken]).toEqual([0, null]);
    const last = await platformClient().activityLog.findFirst({ where: { companyId }, orderBy: { sequence: "desc" } });
    expect(last).toMatchObject({
      ...{ action: "process_privacy_requests", subjectType: "customer", subjectId: customerId },
      ...{ newValues: { entries: body.entries, reason: "Wunsch vom 3. Mai" } },
      actor: { kind: "user", userId: ours.bookable.company.owner.userId },
    });
  });

  it("is the rows of every table that is about a customer, an appointment or a call", async () => {
    const keys = await platformClient().$queryRaw<{ target: string; source: string }[]>`
      SELECT confrelid::regclass::text AS target, conrelid::regclass::text AS source FROM pg_constraint
      WHERE contype = 'f' AND confrelid IN ('customers'::regclass, 'appointments'::regclass, 'calls'::regclass)`;
    const about = (table: string) => keys.filter(({ target }) => target === table).map(({ source }) => source);
    // Sums and times that say nothing of anybody, and an appointment of whoever was booked for in that call.
    const nobodys = ["appointment_modification_stats", "customer_relationships", "freed_times", "slot_holds"];
    const elsewhere = [...nobodys, "staff_occupancies", "resource_occupancies", "customers"];
    const listed = (names: readonly string[]) => [...names].sort();
    const told = (table: string, but: string[] = []) =>
      [...new Set(about(table))].filter((name) => ![...elsewhere, ...but].includes(name)).sort();
    expect(told("customers")).toEqual(listed(OF_CUSTOMER));
    expect(told("appointments")).toEqual(listed(OF_APPOINTMENT));
    expect(told("calls", ["appointments"])).toEqual(listed(OF_CALL));
  });

  it("finds their rows, and nobody else's", async () => {
    const { customerId, appointmentId, callId, callbackId, noteId } = ours.rows;
    const rows = await transact(ownerOf(ours.bookable.company), (tx) => listRowsOf(tx, { customerId, reason: "x" }));
    const ids = rows.map(({ id }) => id);
    for (const id of [customerId, appointmentId, callId, callbackId, noteId]) expect(ids).toContain(id);
    for (const id of [ours.rows.staffId, ours.rows.serviceId, ours.rows.userId]) expect(ids).not.toContain(id);
  });
});

describe("what the log says about somebody who works here", () => {
  it("is forgotten; who acted stays named", async () => {
    const { company } = ours.bookable;
    const { id: userId } = await createUser(company, { role: "staff", name: "Toni Test" });
    const end = { where: { userId }, data: { isActive: false } };
    await platformClient().membership.updateMany(end);
    await writeEntries(ownerOf(company), [
      { action: "edit_team", subjectType: "user", subjectId: userId, after: { email: "toni.test@example.com" } },
    ]);
    const { status } = await erase({ user_id: userId, reason: "Ausgeschieden" });
    expect(status).toBe(200);
    const text = await textOf(company.companyId);
    expect(text).not.toContain("toni.test@example.com");
    expect(await verifyCompanyChain(ownerOf(company))).toMatchObject({ broken: null });
  });

  it("is kept as long as they work here: a colleague's, and one's own", async () => {
    const { company } = ours.bookable;
    const { id: userId } = await createUser(company, { role: "manager" });
    for (const id of [userId, company.owner.userId, company.owner.userId.toUpperCase()]) {
      const { status, body } = await erase({ user_id: id, reason: "Nur so" });
      expect([status, body.error?.message]).toEqual([403, expect.stringContaining("Wer noch im Betrieb arbeitet")]);
    }
  });
});

describe("an erasure", () => {
  it("finds entries that only mention the person, however their id is written", async () => {
    const world = await createRows();
    const { companyId, customerId } = world.rows;
    await writeEntries(ownerOf(world.bookable.company), [
      {
        action: "merge_customers",
        subjectType: "customer",
        subjectId: newId(),
        after: { from: [customerId], note: NAME },
      },
    ]);
    const session = await programSessionOf(world.bookable.company.owner, companyId);
    const body = { customer_id: customerId.toUpperCase(), reason: "Wunsch" };
    expect((await erase(body, { authorization: `Bearer ${session}` })).status).toBe(200);
    expect(await textOf(companyId)).not.toContain(NAME);
  });

  it("leaves what it said itself, also when it is asked for again", async () => {
    const { customerId, companyId } = ours.rows;
    await erase({ customer_id: customerId, reason: "Erster Grund" });
    await erase({ customer_id: customerId, reason: "Zweiter Grund" });
    const kept = await textOf(companyId);
    for (const reason of ["Erster Grund", "Zweiter Grund"]) expect(kept).toContain(reason);
  });
});

describe("nobody forgets", () => {
  it("what another company's log says, also by the command line", async () => {
    const theirs = await createRows();
    await speakOf(theirs);
    for (const person of [{ customer_id: theirs.rows.customerId }, { user_id: theirs.rows.userId }]) {
      const { status, body } = await erase({ ...person, reason: "Wunsch" });
      expect([status, body.error.code]).toEqual([404, "NOT_FOUND"]);
    }
    const line = ["audit:erase", "--company", ours.rows.companyId, "--customer", theirs.rows.customerId];
    expect((await cli([...line, "--reason", "Wunsch"])).code).not.toBe(0);
    expect(await textOf(theirs.rows.companyId)).toContain(NAME);
  });

  it("without the right to, without proving who they are, or as a program", async () => {
    const { customerId, companyId } = ours.rows;
    const body = { customer_id: customerId, reason: "Wunsch" };
    for (const role of ["manager", "receptionist", "staff"] as const) {
      const { id: userId } = await createUser(ours.bookable.company, { role });
      const session = await programSessionOf({ userId }, companyId);
      expect((await erase(body, { authorization: `Bearer ${session}` })).body.error.code).toBe("FORBIDDEN");
    }
    const stale = await programSessionOf(ours.bookable.company.owner, companyId);
    await platformClient().session.updateMany({
      where: { userId: ours.bookable.company.owner.userId },
      data: { authenticatedAt: new Date(Date.now() - 86_400_000) },
    });
    const asked = await erase(body, { authorization: `Bearer ${stale}` });
    expect([asked.status, asked.body.error.code]).toEqual([401, "REAUTHENTICATION_REQUIRED"]);
    const scopes = ["process_privacy_requests"] as const;
    const wish = { name: "Kasse", scopes: [...scopes], branchIds: [], expiresInDays: 1 };
    const { secret } = await createApiKey(ownerOf(ours.bookable.company, new Date()), wish);
    expect((await erase(body, { "x-api-key": secret })).body.error.code).toBe("FORBIDDEN");
    token = await programSessionOf(ours.bookable.company.owner, companyId);
  });

  it("about nobody, about two at once, or without a reason", async () => {
    const { customerId, userId } = ours.rows;
    const both = { customer_id: customerId, user_id: userId };
    for (const body of [{ reason: "Wunsch" }, { ...both, reason: "Wunsch" }, { customer_id: customerId, reason: " " }])
      expect((await erase(body)).body.error.code).toBe("VALIDATION_ERROR");
  });
});

it("is counted first by a dry run of the command line, and done by the real one", async () => {
  const world = await createRows();
  await speakOf(world);
  const { companyId, customerId } = world.rows;
  const line = ["audit:erase", "--company", companyId, "--customer", customerId, "--reason", "Auf Wunsch"];
  const dry = await cliJson([...line, "--dry-run"]);
  expect(dry.answer.data.entries).toBeGreaterThanOrEqual(6);
  expect(await textOf(companyId)).toContain(NAME);
  expect((await cliJson(line)).answer.data.entries).toBe(dry.answer.data.entries);
  expect(await textOf(companyId)).not.toContain(NAME);
  expect((await cliJson(["audit:verify", "--company", companyId])).code).toBe(0);
});
