import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { handleTrpc } from "@/server/api/trpc-door";
import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import { signInInput } from "@/server/identity/schema";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { browserHeaders, contextOf, sessionOf } from "../../support/signed-in";

let company: TestCompany;
let caller: ReturnType<typeof appRouter.createCaller>;
beforeAll(async () => {
  company = await createTenantWithCompany();
  caller = appRouter.createCaller(await contextOf(company.owner));
});

const badRequest = { code: "BAD_REQUEST" };
const cursor = (values: unknown) => Buffer.from(JSON.stringify(values)).toString("base64url");
const id = "01a1fc68-5b42-7649-aec6-dc706d167405";

describe("a text that the database can't store", () => {
  it.each(["a\u0000b", "\ud800"])("is bad input in every procedure (%j)", async (text) => {
    await expect(caller.customers.list({ search: text })).rejects.toMatchObject(badRequest);
    await expect(caller.appointments.count({ search: text })).rejects.toMatchObject(badRequest);
    await expect(caller.customers.create({ lastName: text })).rejects.toMatchObject(badRequest);
    expect(signInInput.safeParse({ email: `${text}@example.com`, password: "x" }).success).toBe(false);
  });

  it("is not any other text", async () => {
    for (const search of ["%", "_", "\\", "'", "🙂", "(((", "+49 (0)30/", "٣"])
      expect(await caller.customers.list({ search })).toMatchObject({ items: [] });
  });
});

describe("a cursor that we did not make", () => {
  const odd = ["x", cursor([]), cursor(null), cursor(["a", "b"]), cursor([1e300, id]), cursor([1, 2])];
  const odder = [cursor([-8.7e15, id]), cursor([1, "\u0000"]), cursor(["a\u0000", "b", id]), cursor(["a", "b", "c"])];

  it.each([...odd, ...odder])("is bad input of every list (%s)", async (value) => {
    for (const list of [caller.appointments.list, caller.customers.list, caller.calls.list, caller.callbacks.list])
      await expect(list({ cursor: value })).rejects.toMatchObject(badRequest);
    await expect(caller.customers.list({ search: "a", cursor: value })).rejects.toMatchObject(badRequest);
  });
});

it.each(["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2027-02-30T10:00:00Z", "2027-03-28T02:30:00", ""])(
  "takes no instant that nobody can mean (%s)",
  async (from) => {
    const input = { from } as never;
    await expect(caller.appointments.list(input)).rejects.toMatchObject(badRequest);
    await expect(caller.calls.list(input)).rejects.toMatchObject(badRequest);
    const birthdate = "0000-01-01";
    await expect(caller.customers.create({ lastName: "Null", birthdate })).rejects.toMatchObject(badRequest);
  },
);

it("reads no body beyond the limit, also when it does not say how long it is", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 100_000;
      controller.enqueue(new TextEncoder().encode(" ".repeat(100_000)));
    },
  });
  const headers = browserHeaders(await sessionOf(company.owner), { "content-type": "application/json" });
  const init = { method: "POST", headers, body: endless, duplex: "half" } as RequestInit;
  const response = await handleTrpc(new Request("http://localhost/api/trpc/customers.create", init));
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ success: false, error: { code: "PAYLOAD_TOO_LARGE" } });
  expect(sent).toBeLessThan(2_000_000);
});

it("still takes a body", async () => {
  const headers = browserHeaders(await sessionOf(company.owner), { "content-type": "application/json" });
  const body = JSON.stringify({ json: { firstName: "Eva", lastName: "Probe" } });
  const init = { method: "POST", headers, body };
  const response = await handleTrpc(new Request("http://localhost/api/trpc/customers.create", init));
  expect(await response.json()).toMatchObject({ result: { data: { json: { customerId: expect.any(String) } } } });
});

it("shows staff no callbacks but their own", async () => {
  const { branchId } = company;
  const wanted = { branchId, callId: null, customerId: null, name: "Eva", phone: "+493023125001", reason: "x" };
  await createCallback(ownerOf(company), { ...wanted, preferredTimes: null });
  const staff = await createUser(company, { role: "staff" });
  const own = appRouter.createCaller(await contextOf({ userId: staff.id }));
  expect((await own.callbacks.list({})).items).toEqual([]);
  expect((await caller.callbacks.list({})).items).toHaveLength(1);
});
