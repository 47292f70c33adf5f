import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { env } from "@/server/core/env";
import { listConnections } from "@/server/integrations/queries/list-connections";
import { deliverNotification } from "@/server/notifications/commands/deliver-notification";
import { requeueStuckMessages } from "@/server/notifications/commands/queue-due-messages";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { createCustomer } from "../../support/factories";
import {
  book,
  createSalon,
  deliverAll,
  job,
  rowsOf,
  type Salon,
  sentTo,
  setNow,
  steer,
  tell,
  withProviders,
} from "./salon";

withProviders();

const later = (seconds: number) => setNow(new Date(NOW.getTime() + seconds * 1000));
let ours: Salon;

beforeEach(async () => {
  await steer("/reset", {});
  setNow(NOW);
  ours = await createSalon();
});

const smsOf = async () => (await rowsOf(ours)).filter(({ channel }) => channel === "sms");
const twilio = async () =>
  (await listConnections({ ...ownerOf(ours.company), now: job(ours).now })).find(
    ({ provider }) => provider === "twilio",
  );
const deliver = (notificationId: string) => deliverNotification(job(ours), { notificationId, isLastTry: false });

/** As many text messages, each to somebody else. */
async function queueMessages(count: number): Promise<string[]> {
  for (let hour = 0; hour < count; hour++) {
    const customer = await createCustomer(ours.company, { phone: `+4915228817${String(100 + hour)}`, email: null });
    await tell(ours, await book({ ...ours, customer }, wednesdayAt(9 + hour)), "booked");
  }
  return (await smsOf()).map(({ id }) => id);
}

describe("a provider that fails again and again", () => {
  it("is left alone: what comes meanwhile waits without using up a try, and goes out once it is back", async () => {
    const ids = await queueMessages(6);
    await steer("/faults", { provider: "twilio", kind: "error_500" });
    for (const id of ids.slice(0, 5))
      await expect(deliver(id)).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
    const [fault] = (await steer("/faults")) as { hits: number }[];
    const last = ids[5] ?? "";
    expect(await deliver(last)).toEqual({ state: "wait", until: new Date(NOW.getTime() + 30_000).toISOString() });
    expect((await steer("/faults")) as unknown).toMatchObject([{ hits: fault?.hits }]);
    expect((await smsOf())[5]).toMatchObject({ status: "pending", retryCount: 0, leaseUntil: null, triedAt: null });
    expect(await twilio()).toMatchObject({
      circuit: "open",
      openedAt: NOW,
      heldBackUntil: new Date(NOW.getTime() + 30_000),
      heldBackFor: "failures",
      lastError: "answered 500",
    });

    later(31);
    expect(await twilio()).toMatchObject({ circuit: "half_open", openedAt: NOW, heldBackUntil: null });
    await expect(deliver(last)).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
    later(40);
    expect(await twilio()).toMatchObject({ circuit: "open", openedAt: NOW });

    await steer("/faults", undefined, "DELETE");
    later(62);
    expect(await deliver(last)).toEqual({ state: "done", status: "sent" });
    expect(await twilio()).toMatchObject({ circuit: "closed", openedAt: null, heldBackFor: null, lastError: null });
    await deliverAll(ours);
    expect(new Set((await smsOf()).map(({ status }) => status))).toEqual(new Set(["sent"]));
  });

  it("holds back this company's messages only, and of one provider", async () => {
    const ids = await queueMessages(5);
    await steer("/faults", { provider: "twilio", kind: "error_500" });
    for (const id of ids) await deliver(id).catch(() => {});
    await steer("/faults", undefined, "DELETE");
    const theirs = await createSalon();
    await tell(theirs, await book(theirs), "booked");
    expect(await deliverAll(theirs)).toEqual(["done", "done"]);
    await tell(ours, await book(ours, wednesdayAt(15)), "booked");
    await deliverAll(ours);
    expect((await sentTo(ours.email, ours.phone)).map(({ channel }) => channel)).toEqual(["email"]);
  });
});

describe("a key that is refused", () => {
  const useKeys = (keys: { RESEND_API_KEY: string; TWILIO_AUTH_TOKEN: string }) => Object.assign(env(), keys);
  const right = { RESEND_API_KEY: "re_test", TWILIO_AUTH_TOKEN: "twilio-token" };
  afterEach(() => useKeys(right));

  it("ends no message: it waits with the reason, is shown as trouble, and goes out with a right one", async () => {
    await tell(ours, await book(ours), "booked");
    useKeys({ RESEND_API_KEY: "re_of_yesterday", TWILIO_AUTH_TOKEN: "of-yesterday" });
    expect(await deliverAll(ours)).toEqual(["INTEGRATION_UNAVAILABLE", "INTEGRATION_UNAVAILABLE"]);
    const errors = (await rowsOf(ours)).map(({ status, error }) => [status, error]);
    expect(errors.sort()).toEqual([
      ["pending", "20003: Authenticate"],
      ["pending", "invalid_api_key: API key is invalid"],
    ]);
    const seen = (await listConnections(ownerOf(ours.company))).map((one) => [one.provider, one.status, one.lastError]);
    expect(seen).toContainEqual(["resend", "error", "answered 403"]);
    expect(seen).toContainEqual(["twilio", "error", "answered 401"]);

    await deliverAll(ours, true);
    const given = (await rowsOf(ours)).map(({ status, isFinal }) => [status, isFinal]);
    expect(given).toEqual(Array(given.length).fill(["failed", false]));
    useKeys(right);
    later(3600);
    await requeueStuckMessages({ now: job(ours).now });
    await deliverAll(ours);
    expect(await sentTo(ours.email, ours.phone)).toHaveLength(2);
    expect(new Set((await rowsOf(ours)).map(({ status }) => status))).toEqual(new Set(["sent"]));
  });
});

it("leaves a provider alone that asks for it, and takes no refused number for a fault", async () => {
  await steer("/faults", { provider: "resend", kind: "rate_limit", count: 1 });
  await tell(ours, await book(ours), "booked");
  expect((await deliverAll(ours)).sort()).toEqual(["done", "wait"]);
  expect((await rowsOf(ours)).find(({ channel }) => channel === "email")).toMatchObject({ retryCount: 0 });
  const row = await platformClient().integration.findFirst({
    where: { companyId: ours.company.companyId, provider: "resend" },
  });
  expect(row?.config).toMatchObject({ circuit: { cause: "rate_limit" } });
  later(61);
  expect(await deliverAll(ours)).toEqual(["done"]);
  expect(await sentTo(ours.email)).toHaveLength(1);
});
