import { beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { HOUR } from "@/server/core/time";
import { replayWebhook } from "@/server/webhooks/commands/replay-webhook";
import { retryFailedWebhooks } from "@/server/webhooks/commands/retry-failed-webhooks";
import { getWebhook } from "@/server/webhooks/queries/get-webhook";
import { listCompaniesWithFailures } from "@/server/webhooks/queries/list-companies-with-failures";
import { listWebhooks } from "@/server/webhooks/queries/list-webhooks";
import { jobOf, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { createTenantWithCompany } from "../../support/factories";
import { type ConnectedCompany, withSandbox } from "../calcom/connected-company";
import {
  appointmentsOf,
  bookThere,
  createListeningCompany,
  deliveriesOf,
  mapsOf,
  processAll,
  received,
  withDoor,
} from "../calcom/inbound-deliveries";

withSandbox();
withDoor();

let ours: ConnectedCompany;
beforeAll(async () => {
  ours = await createListeningCompany();
});

/** Deliveries are logged by the database's clock. */
const now = () => new Date();
const owner = () => ({ ...ownerOf(ours.company, now()), permissions: new Set(["view_customers"]) });
const arrived = (count: number) => expect.poll(async () => (await deliveriesOf(ours)).length).toBe(count);
const dropEvents = () => platformClient().outboxEvent.deleteMany({ where: { companyId: ours.company.companyId } });
const first = async () => {
  const [row] = await deliveriesOf(ours);
  if (!row) throw new Error("nothing came");
  return row;
};
/** All that a delivery may bring about. */
const effects = async () => {
  const { companyId } = ours.company;
  const where = { companyId };
  const appointments = (await appointmentsOf(ours)).map(({ id, status, startsAt, version }) => [
    id,
    status,
    startsAt,
    version,
  ]);
  const facts = { companyId, name: { notIn: ["calcom/webhook.received"] } };
  const counts = [
    await platformClient().customer.count({ where }),
    await platformClient().notificationQueue.count({ where }),
    await platformClient().outboxEvent.count({ where: facts }),
    await platformClient().staffOccupancy.count({ where }),
  ];
  return { appointments, maps: (await mapsOf(ours)).map(({ calcomBookingUid }) => calcomBookingUid), counts };
};

describe("a delivery that is worked through once more", () => {
  it("changes nothing twice, and its event is made again from what was delivered", async () => {
    await bookThere(ours, { at: wednesdayAt(10) });
    await arrived(1);
    expect(await processAll(ours)).toMatchObject([{ state: "created" }]);
    const before = await effects();
    expect(before.appointments).toHaveLength(1);
    const asked = (await received(ours))[0];
    await platformClient().outboxEvent.deleteMany({
      where: { companyId: ours.company.companyId, name: "calcom/webhook.received" },
    });
    const { id } = await first();
    await replayWebhook(owner(), { webhookLogId: id });
    expect(await first()).toMatchObject({ status: "received", retryCount: 1, processedAt: null });
    expect((await received(ours))[0]).toEqual(asked);
    await processAll(ours);
    expect(await first()).toMatchObject({ status: "processed" });
    expect(await effects()).toEqual(before);
  });

  it("is told apart from one that is being worked on, and only one of two who ask begins", async () => {
    const { id } = await first();
    const results = await Promise.allSettled([1, 2].map(() => replayWebhook(owner(), { webhookLogId: id })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(replayWebhook(owner(), { webhookLogId: id })).rejects.toMatchObject({ code: "INVALID_TRANSITION" });
    await processAll(ours);
    const log = await platformClient().activityLog.findFirst({
      where: { companyId: ours.company.companyId, action: "retry_webhooks" },
    });
    expect(log).toMatchObject({ subjectId: id });
  });

  it("brings what failed to its end, by the hourly sweep too, when its event is long gone", async () => {
    await bookThere(ours, { at: wednesdayAt(12) });
    await arrived(2);
    const rows = await deliveriesOf(ours);
    const { id } = rows.at(-1) ?? (await first());
    await platformClient().webhookLog.update({
      where: { id },
      data: { status: "failed", errorMessage: "calcom_unavailable", processedAt: now() },
    });
    await dropEvents();
    expect(await retryFailedWebhooks(jobOf(ours.company, "retry-failed-webhooks", now()))).toEqual({ queued: 1 });
    expect(await retryFailedWebhooks(jobOf(ours.company, "retry-failed-webhooks", now()))).toEqual({ queued: 0 });
    expect(await processAll(ours)).toMatchObject([{ state: "created" }]);
    expect(await appointmentsOf(ours)).toHaveLength(2);
    await platformClient().company.update({ where: { id: ours.company.companyId }, data: { status: "closed" } });
    await platformClient().webhookLog.update({ where: { id }, data: { status: "failed" } });
    const listed = () => listCompaniesWithFailures({ now: now() });
    expect(await listed()).not.toContain(ours.company.companyId);
    await platformClient().company.update({ where: { id: ours.company.companyId }, data: { status: "active" } });
    expect(await listed()).toContain(ours.company.companyId);
    const late = new Date(Date.now() + 25 * HOUR);
    await platformClient().webhookLog.update({ where: { id }, data: { status: "failed" } });
    expect(await retryFailedWebhooks(jobOf(ours.company, "retry-failed-webhooks", late))).toEqual({ queued: 0 });
  });
});

describe("what is shown of it", () => {
  it("leads to what came of it, without secrets, and without people for whom sees none", async () => {
    const { id } = await first();
    const [appointment] = await appointmentsOf(ours);
    const whole = await getWebhook(owner(), { webhookLogId: id });
    expect(whole).toMatchObject({ subject: { type: "appointment", id: appointment?.id }, isMasked: false });
    expect(JSON.stringify(whole.payload)).toContain("nina@example.com");
    expect(JSON.stringify(whole)).not.toMatch(/x-cal-signature/i);
    const masked = await getWebhook({ ...owner(), permissions: new Set() }, { webhookLogId: id });
    expect(masked.isMasked).toBe(true);
    expect(JSON.stringify(masked.payload)).not.toMatch(/nina@example|Nina Neu/);
  });

  it("is nothing of another branch's, for whom sees only some: neither shown nor worked through once more", async () => {
    const { id: webhookLogId } = await first();
    const { branchId } = ours.company;
    const inBranches = (...branchIds: string[]) => ({ ...owner(), restriction: { branchIds } });
    expect(await getWebhook(inBranches(branchId), { webhookLogId })).toMatchObject({
      isWithheld: false,
      payload: expect.any(Object),
    });
    const elsewhere = inBranches(newId());
    const withheld = await getWebhook(elsewhere, { webhookLogId });
    expect(withheld).toMatchObject({ isWithheld: true, payload: null, subject: null, canReplay: false });
    expect(withheld).toMatchObject({ externalId: null, headers: {}, error: null });
    await expect(replayWebhook(elsewhere, { webhookLogId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is nothing for them either once it is kept no longer, nor what went wrong with it", async () => {
    const { companyId, branchId } = ours.company;
    const id = newId();
    const facts = {
      companyId,
      source: "calcom",
      isSignatureValid: true,
      responseStatus: 200,
      status: "failed",
    } as const;
    const said = { externalId: "their-booking", errorMessage: "of Nina Neu", headers: { "user-agent": "x" } };
    await platformClient().webhookLog.create({ data: { id, ...facts, ...said } });
    const inBranch = { ...owner(), restriction: { branchIds: [branchId] } };
    const blank = { externalId: null, headers: {}, error: null, payload: null };
    expect(await getWebhook(inBranch, { webhookLogId: id })).toMatchObject({ isWithheld: true, ...blank });
    expect(await getWebhook(owner(), { webhookLogId: id })).toMatchObject({ isWithheld: false, error: "of Nina Neu" });
    const found = (await listWebhooks(inBranch, { limit: 10 })).items.find((one) => one.id === id);
    expect(found?.error).toBeNull();
    expect((await listWebhooks(inBranch, { limit: 10, search: "nina" })).items).toEqual([]);
    expect((await listWebhooks(owner(), { limit: 10, search: "nina" })).items).toHaveLength(1);
    await platformClient().webhookLog.delete({ where: { id } });
  });

  it("is the company's own, page by page", async () => {
    const all = await listWebhooks(owner(), { limit: 1, withTotal: true });
    expect(all).toMatchObject({ items: [{ source: "calcom" }], total: 2 });
    const rest = await listWebhooks(owner(), { limit: 10, cursor: all.nextCursor });
    expect(rest.items.map(({ id }) => id)).not.toContain(all.items[0]?.id);
    expect((await listWebhooks(owner(), { limit: 10, status: ["processed"] })).items).toHaveLength(1);
    const theirs = ownerOf(await createTenantWithCompany(), now());
    const { id: webhookLogId } = await first();
    expect((await listWebhooks(theirs, { limit: 10 })).items).toEqual([]);
    for (const ask of [getWebhook, replayWebhook])
      await expect(ask(theirs, { webhookLogId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("offers no second try of what was turned away, or is kept no longer", async () => {
    const { companyId } = ours.company;
    const facts = { companyId, source: "calcom", isSignatureValid: false, responseStatus: 401 } as const;
    const [rejected, forgotten] = [newId(), newId()];
    await platformClient().webhookLog.createMany({
      data: [
        { ...facts, id: rejected, status: "rejected" },
        { ...facts, id: forgotten, status: "failed" },
      ],
    });
    for (const webhookLogId of [rejected, forgotten]) {
      expect(await getWebhook(owner(), { webhookLogId })).toMatchObject({ canReplay: false, payload: null });
      await expect(replayWebhook(owner(), { webhookLogId })).rejects.toMatchObject({ code: "INVALID_TRANSITION" });
    }
  });
});

it("is tried again though hundreds that can't be worked through came before it", async () => {
  const { companyId } = ours.company;
  const id = (await first()).id;
  const facts = { companyId, source: "stripe", isSignatureValid: true, responseStatus: 200, status: "failed" } as const;
  const receivedAt = new Date(Date.now() - HOUR);
  const useless = Array.from({ length: 201 }, () => ({
    ...facts,
    id: newId(),
    receivedAt,
    payload: { type: "nothing" },
  }));
  await platformClient().webhookLog.createMany({ data: useless });
  await platformClient().webhookLog.update({ where: { id }, data: { status: "failed" } });
  expect((await retryFailedWebhooks(owner())).queued).toBeGreaterThan(0);
  const row = await platformClient().webhookLog.findUnique({ where: { id } });
  expect(row).toMatchObject({ status: "received" });
});
