import { beforeAll, expect, inject, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { withClient } from "../../../../scripts/database.mjs";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { coming, iso } from "../../../support/coming-days";
import { createUser } from "../../../support/factories";
import { restAs } from "../../../support/rest-requests";

const monday = coming(1);
let salon: BookableCompany;
let ask: Awaited<ReturnType<typeof restAs>>;
beforeAll(async () => {
  salon = await createBookableCompany();
  ask = await restAs(salon.company.owner);
});

const booking = (hour: number) => ({
  ...{ customer_id: salon.customer.id, service_id: salon.service.id, staff_id: salon.staff.id },
  ...{ branch_id: salon.company.branchId, starts_at: iso(monday, hour) },
});
const once = (key: string) => ({ "idempotency-key": key });
const countCustomers = (lastName: string) =>
  platformClient().customer.count({ where: { companyId: salon.company.companyId, lastName } });

it("gives the first answer again, with its status and its place", async () => {
  const request = { body: booking(10), headers: once("booking-1") };
  const first = await ask("POST /api/v2/bookings", request);
  const second = await ask("POST /api/v2/portal/bookings", request);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect(second.headers.get("location")).toBe(first.headers.get("location"));
  expect([first.headers.get("idempotency-replayed"), second.headers.get("idempotency-replayed")]).toEqual([
    null,
    "true",
  ]);
  expect(await platformClient().appointment.count({ where: { companyId: salon.company.companyId } })).toBe(1);
});

it("gives the first answer again also where it holds instants, and where there is none", async () => {
  const { body } = await ask("POST /api/v2/callbacks", {
    body: { branch_id: salon.company.branchId, reason: "Frage" },
    headers: once("callback-1"),
  });
  const again = await ask("POST /api/v2/callbacks", {
    body: { branch_id: salon.company.branchId, reason: "Frage" },
    headers: once("callback-1"),
  });
  expect(again.body).toEqual(body);
  const done = `POST /api/v2/callbacks/${body.data.callback_id}/complete`;
  expect((await ask(done, { headers: once("done-1") })).status).toBe(204);
  expect((await ask(done, { headers: once("done-1") })).status).toBe(204);
  expect((await ask(done, { headers: once("done-2") })).status).toBe(409);
});

it("takes a key for one content only", async () => {
  await ask("POST /api/v2/customers", { body: { last_name: "Eins" }, headers: once("customer-1") });
  const other = await ask("POST /api/v2/customers", { body: { last_name: "Zwei" }, headers: once("customer-1") });
  expect([other.status, other.body.error.code]).toEqual([422, "IDEMPOTENCY_MISMATCH"]);
  expect(await countCustomers("Zwei")).toBe(0);
});

it("runs one of many at the same time, and answers all alike", async () => {
  const request = { body: { last_name: "Gleichzeitig" }, headers: once("race-1") };
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask("POST /api/v2/customers", request)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.data.customer_id)).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.get("idempotency-replayed") === null)).toHaveLength(1);
  expect(await countCustomers("Gleichzeitig")).toBe(1);
});

it("keeps nothing of a refused request: the same key may try again", async () => {
  const wish = { body: booking(11), headers: once("retry-1") };
  const blocker = await ask("POST /api/v2/bookings", { body: booking(11) });
  expect((await ask("POST /api/v2/bookings", wish)).status).toBe(409);
  await ask(`DELETE /api/v2/bookings/${blocker.body.appointment_id}`);
  expect((await ask("POST /api/v2/bookings", wish)).status).toBe(201);
});

it("keeps one person's keys from another's, and one operation's from another's", async () => {
  const colleague = await restAs({ userId: (await createUser(salon.company)).id });
  const request = { body: { last_name: "Geteilt" }, headers: once("shared-1") };
  const [mine, theirs] = [
    await ask("POST /api/v2/customers", request),
    await colleague("POST /api/v2/customers", request),
  ];
  expect(theirs.body.data.customer_id).not.toBe(mine.body.data.customer_id);
  const note = { body: { content: "x" }, headers: once("shared-1") };
  expect((await ask(`POST /api/v2/customers/${salon.customer.id}/notes`, note)).status).toBe(201);
});

it("gives no kept answer to whoever may not ask any more", async () => {
  const { id: userId } = await createUser(salon.company, { role: "manager" });
  const manager = await restAs({ userId });
  const request = { body: { last_name: "Herabgestuft" }, headers: once("downgrade-1") };
  expect((await manager("POST /api/v2/customers", request)).status).toBe(201);
  await platformClient().membership.updateMany({
    where: { userId },
    data: { roleId: "00000000-0000-7000-8000-000000000004" },
  });
  expect((await manager("POST /api/v2/customers", request)).status).toBe(403);
});

it("forgets after a day", async () => {
  const request = { body: { last_name: "Morgen" }, headers: once("day-1") };
  await ask("POST /api/v2/customers", request);
  const { companyId } = salon.company;
  await platformClient().idempotencyKey.updateMany({
    where: { companyId, key: "day-1" },
    data: { expiresAt: new Date() },
  });
  expect((await ask("POST /api/v2/customers", request)).headers.get("idempotency-replayed")).toBeNull();
  expect(await countCustomers("Morgen")).toBe(2);
  expect(await platformClient().idempotencyKey.count({ where: { companyId, key: "day-1" } })).toBe(1);
});

it("stores answers so that the table alone tells nothing", async () => {
  await ask("POST /api/v2/customers", { body: { last_name: "Verschwiegen" }, headers: once("sealed-1") });
  const { companyId } = salon.company;
  const row = await platformClient().idempotencyKey.findFirstOrThrow({ where: { companyId, key: "sealed-1" } });
  const customer = await platformClient().customer.findFirstOrThrow({ where: { companyId, lastName: "Verschwiegen" } });
  expect(row.responseStatus).toBe(201);
  expect(JSON.stringify(row)).not.toContain(customer.id);
});

it.each(["", "a b", "x".repeat(256)])("refuses a key that is none (%j)", async (key) => {
  const { status } = await ask("POST /api/v2/customers", { body: { last_name: "Odd" }, headers: once(key) });
  expect(status).toBe(400);
});

it("leaves neither change nor answer when its connection dies in the middle", async () => {
  const request = { body: { last_name: "Abgebrochen", phone: "030 23125321" }, headers: once("killed-1") };
  const database = new URL(inject("superuserUrl"));
  database.pathname = new URL(process.env.APP_DATABASE_URL ?? "").pathname;
  const status = await withClient(database.href, async (root) => {
    await root.query("BEGIN; LOCK TABLE customer_phones IN ACCESS EXCLUSIVE MODE");
    const running = ask("POST /api/v2/customers", request);
    const stuck = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await expect.poll(async () => (await root.query(`SELECT pid ${stuck}`)).rows).toHaveLength(1);
    await root.query(`SELECT pg_terminate_backend(pid) ${stuck}`);
    await root.query("COMMIT");
    return (await running).status;
  });
  expect(status).toBe(500);
  expect(await countCustomers("Abgebrochen")).toBe(0);
  const again = await ask("POST /api/v2/customers", request);
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, null]);
  expect(await countCustomers("Abgebrochen")).toBe(1);
});
