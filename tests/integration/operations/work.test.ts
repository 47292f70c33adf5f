import { expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { HOUR } from "@/server/core/time";
import { createUser, type TestCompany } from "../../support/factories";
import { contextOf } from "../../support/signed-in";
import { createRows } from "../../support/walk-rows";

const callerOf = async (user: { userId: string }) => createCallerFactory(appRouter)(await contextOf(user));
const workOf = async (company: TestCompany) => {
  const work = await (await callerOf(company.owner)).operations.listWork();
  return Object.fromEntries(work.map(({ kind, ...counts }) => [kind, counts]));
};

/** A company of which something failed of every kind. */
async function createTroubled() {
  const { bookable, rows } = await createRows();
  const { companyId } = bookable.company;
  const anHourAgo = new Date(Date.now() - HOUR);
  await platformClient().notificationQueue.updateMany({
    where: { companyId },
    data: { status: "failed", failedAt: anHourAgo },
  });
  await platformClient().$executeRaw`
    UPDATE appointments SET calcom_sync_status = 'failed', updated_at = ${anHourAgo} WHERE company_id = ${companyId}::uuid`;
  await platformClient().webhookLog.update({ where: { id: rows.webhookLogId }, data: { receivedAt: anHourAgo } });
  await platformClient().outboxEvent.updateMany({ where: { companyId }, data: { publishedAt: new Date() } });
  return { company: bookable.company, rows, anHourAgo };
}

it("tells what failed of every kind and since when, to this company alone", async () => {
  const [ours, theirs] = [await createTroubled(), await createTroubled()];
  const work = await workOf(ours.company);
  for (const kind of ["messages", "appointments", "deliveries"])
    expect(work[kind]).toMatchObject({ waiting: 0, failed: 1, failedSince: ours.anHourAgo, waitingSince: null });
  expect(work.events).toMatchObject({ waiting: 0, failed: 0, waitingSince: null });
  await platformClient().outboxEvent.create({
    data: { id: newId(), companyId: theirs.company.companyId, name: "x/y", payload: {}, createdAt: theirs.anHourAgo },
  });
  expect((await workOf(ours.company)).events).toMatchObject({ waiting: 0 });
  expect((await workOf(theirs.company)).events).toMatchObject({ waiting: 1, waitingSince: theirs.anHourAgo });
});

it("has all messages and deliveries tried again, each once", async () => {
  const { company, rows } = await createTroubled();
  const caller = await callerOf(company.owner);
  expect(await caller.notifications.retryFailed()).toEqual({ queued: 1 });
  expect(await caller.notifications.retryFailed()).toEqual({ queued: 0 });
  expect(await caller.webhooks.retryFailed()).toEqual({ queued: 1 });
  expect(await caller.webhooks.retryFailed()).toEqual({ queued: 0 });
  const work = await workOf(company);
  expect([work.messages?.failed, work.deliveries?.failed]).toEqual([0, 0]);
  const row = await platformClient().notificationQueue.findUnique({ where: { id: rows.notificationId } });
  expect(row).toMatchObject({ status: "pending", retryCount: 0 });
});

it("is not for everybody who works there", async () => {
  const { company } = await createTroubled();
  const { id: userId } = await createUser(company, { role: "receptionist" });
  const caller = await callerOf({ userId });
  await expect(caller.operations.listWork()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(caller.webhooks.retryFailed()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(caller.webhooks.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
});
