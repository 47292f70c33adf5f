import { beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { withClient } from "@/scripts/database.mjs";
import { hearEvents, type Listener } from "@/server/api/live";
import { appRouter } from "@/server/api/root";
import { digest } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { env } from "@/server/core/env";
import { newId } from "@/server/core/ids";
import { LIVE_READY, type LiveEvent, listenLive } from "@/server/core/live";
import { signOut } from "@/server/identity/commands/sign-out";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { createTenantWithCompany, type TestCompany } from "@/tests/support/factories";
import { contextOf, sessionOf } from "@/tests/support/signed-in";

let ours: TestCompany;
let theirs: TestCompany;
beforeAll(async () => {
  ours = await createTenantWithCompany();
  theirs = await createTenantWithCompany();
});

/** An event as the outbox announces it, once its transaction commits. */
async function announce({ companyId }: { companyId: string }, name: string, data: Record<string, unknown> = {}) {
  await platformClient().outboxEvent.create({
    data: { id: newId(), companyId, name, payload: { companyId, ...data } },
  });
}

/** What a restarted database or a broken network does to the process. */
async function dropListeners() {
  const url = new URL(inject("superuserUrl"));
  url.pathname = new URL(env().APP_DATABASE_URL).pathname;
  const { rowCount } = await withClient(url.toString(), (client) =>
    client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN live' AND datname = current_database()",
    ),
  );
  expect(rowCount).toBe(1);
}

async function next(events: AsyncGenerator<LiveEvent, void>): Promise<LiveEvent> {
  const { value, done } = await events.next();
  if (done || !value) throw new Error("the stream has ended");
  return value;
}

async function listener({ token, ...overrides }: Partial<Listener> & { token: string }): Promise<Listener> {
  const { signal } = new AbortController();
  const facts = { companyId: ours.companyId, activeCompanyId: ours.companyId, permissions: ROLE_PERMISSIONS.admin };
  const { id: sessionId } = await platformClient().session.findFirstOrThrow({ where: { tokenHash: digest(token) } });
  return { ...facts, sessionId, ip: "192.0.2.1", roleKey: "admin", isRestricted: false, signal, ...overrides };
}

it("hears what happens in the own company, and nothing of another one", async () => {
  const leave = new AbortController();
  const events = listenLive(ours.companyId, leave.signal);
  expect((await next(events)).name).toBe(LIVE_READY);
  await announce(theirs, "appointment/booked");
  await announce(ours, "appointment/booked", { appointmentId: "a1" });
  expect(await next(events)).toMatchObject({
    companyId: ours.companyId,
    name: "appointment/booked",
    data: { appointmentId: "a1" },
  });
  leave.abort();
  expect((await events.next()).done).toBe(true);
});

it("ends a reader that waits, as soon as it is aborted", async () => {
  const leave = new AbortController();
  const events = listenLive(ours.companyId, leave.signal);
  await next(events);
  const waiting = events.next();
  leave.abort();
  expect((await waiting).done).toBe(true);
});

it("listens again after the database dropped the connection, and says so", async () => {
  const leave = new AbortController();
  const events = listenLive(ours.companyId, leave.signal);
  await next(events);
  await dropListeners();
  expect((await next(events)).name).toBe(LIVE_READY);
  await announce(ours, "call/ended");
  expect((await next(events)).name).toBe("call/ended");
  leave.abort();
  await events.next();
});

it("is told by role: who may not see calls hears of none", async () => {
  const token = await sessionOf(ours.owner, ours.companyId);
  const leave = new AbortController();
  const events = hearEvents(await listener({ token, permissions: ["view_appointments"], signal: leave.signal }));
  await next(events);
  await announce(ours, "call/ended");
  await announce(ours, "appointment/booked");
  expect((await next(events)).name).toBe("appointment/booked");
  leave.abort();
  await events.next();
});

it("names no row to someone who sees only some of them, nor one of a context without a permission to anybody", async () => {
  const token = await sessionOf(ours.owner, ours.companyId);
  const leave = new AbortController();
  const some = hearEvents(await listener({ token, isRestricted: true, signal: leave.signal }));
  const all = hearEvents(await listener({ token, isRestricted: false, signal: leave.signal }));
  await Promise.all([next(some), next(all)]);
  await announce(ours, "appointment/booked", { appointmentId: "a1" });
  await announce(ours, "integration/changed", { provider: "calcom" });
  expect(Object.keys(await next(some)).sort()).toEqual(["companyId", "id", "name"]);
  expect((await next(all)).data).toMatchObject({ appointmentId: "a1" });
  expect((await next(all)).data).toBeUndefined();
  leave.abort();
  await Promise.all([some.return(), all.next()]);
});

it("ends when the own role changed, and for nobody else", async () => {
  const token = await sessionOf(ours.owner, ours.companyId);
  const events = hearEvents(await listener({ token, roleKey: "night_shift" }));
  await next(events);
  await announce(ours, "role/changed", { roleKey: "weekend" });
  expect((await next(events)).name).toBe("role/changed");
  const refused = expect(events.next()).rejects.toMatchObject({ reason: "role_changed" });
  await announce(ours, "role/changed", { roleKey: "night_shift" });
  await refused;
});

it("falls silent when the session is revoked", async () => {
  const token = await sessionOf(ours.owner, ours.companyId);
  const events = hearEvents(await listener({ token, recheckMs: 20 }));
  await next(events);
  const refused = expect(events.next()).rejects.toMatchObject({ code: "UNAUTHENTICATED", reason: "signed_out" });
  await signOut(token);
  await refused;
});

describe("a right to listen that ends is noticed at once", () => {
  const HOURS = 3_600_000;
  const refusalOf = (events: AsyncGenerator<LiveEvent, void>) =>
    untilTheEnd(events).then(
      () => "went on",
      (error) => error.reason,
    );
  let company: TestCompany;
  const open = async (overrides: Partial<Listener> = {}) => {
    const token = await sessionOf(company.owner, company.companyId);
    const place = { companyId: company.companyId, activeCompanyId: company.companyId };
    const events = hearEvents(await listener({ token, ...place, recheckMs: HOURS, ...overrides }));
    await next(events);
    return { events, token };
  };
  beforeEach(async () => {
    company = await createTenantWithCompany();
  });

  it("when the session is revoked", async () => {
    const { events, token } = await open();
    const refusal = refusalOf(events);
    await signOut(token);
    expect(await refusal).toBe("signed_out");
  });

  it("when the membership is lost", async () => {
    const { events } = await open();
    const refusal = refusalOf(events);
    await platformClient().membership.updateMany({
      where: { userId: company.owner.userId },
      data: { isActive: false },
    });
    expect(await refusal).toBe("signed_out");
  });

  it.each([
    ["the tenant is suspended", "tenant_suspended"],
    ["the company is suspended", "company_suspended"],
    ["the company is closed", "signed_out"],
  ])("when %s", async (what, reason) => {
    const { events } = await open();
    const refusal = refusalOf(events);
    const why = { suspendedAt: new Date(), suspensionReason: "unpaid" };
    if (reason === "tenant_suspended")
      await platformClient().tenant.update({ where: { id: company.tenantId }, data: { status: "suspended", ...why } });
    else
      await platformClient().company.update({
        where: { id: company.companyId },
        data: { status: what.endsWith("closed") ? "closed" : "suspended" },
      });
    expect(await refusal).toBe(reason);
  });

  it("and neither an operator who looks into a suspended company nor anybody of another one is sent away", async () => {
    const leave = new AbortController();
    const { events } = await open({ isVisiting: true, signal: leave.signal });
    await platformClient().company.update({ where: { id: company.companyId }, data: { status: "suspended" } });
    await announce(company, "call/ended");
    expect((await next(events)).name).toBe("call/ended");
    leave.abort();
    await events.next();
  });
});

async function untilTheEnd(events: AsyncIterable<unknown>): Promise<void> {
  for await (const _event of events);
}

it("ends when another company is chosen in another window", async () => {
  const token = await sessionOf(ours.owner, ours.companyId);
  const events = hearEvents(await listener({ token, activeCompanyId: theirs.companyId, recheckMs: 20 }));
  await expect(untilTheEnd(events)).rejects.toMatchObject({ reason: "company_switched" });
});

it("carries the id of each event to the browser", async () => {
  const leave = new AbortController();
  const caller = appRouter.createCaller(await contextOf(ours.owner), { signal: leave.signal });
  const stream = await caller.live.events();
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  const [id, event] = first.value as unknown as [string, { name: string }];
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(event.name).toBe(LIVE_READY);
  leave.abort();
  expect((await iterator.next()).done).toBe(true);
});

it("lets a stopping process go, and tells the browser to come back", async () => {
  const otherHandler = () => {};
  process.on("SIGTERM", otherHandler);
  const events = listenLive(ours.companyId, new AbortController().signal);
  await next(events);
  const waiting = events.next();
  process.emit("SIGTERM");
  await expect(waiting).rejects.toMatchObject({ code: "MAINTENANCE" });
  process.off("SIGTERM", otherHandler);
});
