import { beforeEach, expect, it } from "vitest";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { SHOWN_BY_THEIR_ROWS } from "@/server/analytics/rules/failed-jobs";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { callerWith, chainOf, createOperator } from "../../support/operators";
import { contextOf } from "../../support/signed-in";

let ours: TestCompany;
beforeEach(async () => {
  await platformClient().$executeRaw`DELETE FROM inngest.run`;
  await platformClient().outboxEvent.deleteMany({ where: { name: "askproai/run.replay-requested" } });
  ours = await createTenantWithCompany();
});

interface Failed {
  companyId?: string | null;
  functionId?: string;
  endedAt?: Date;
}
async function fail({
  companyId = ours.companyId,
  functionId = "askproai-queue-appointment-messages",
  endedAt = new Date(),
}: Failed = {}): Promise<string> {
  const runId = newId();
  const events = JSON.stringify([{ name: "appointment/booked", data: { companyId } }]);
  await platformClient().$executeRaw`
    INSERT INTO inngest.run (id, function_id, status, events, output, ended_at)
    VALUES (${runId}, ${functionId}, 'failed', ${events}::jsonb, '{"message":"no template"}', ${endedAt})`;
  return runId;
}
async function startAgain(runId: string): Promise<void> {
  await platformClient().$executeRaw`
    INSERT INTO inngest.run (id, function_id, status, events, replay_of) SELECT ${newId()}, function_id, 'running', events, id
    FROM inngest.run WHERE id = ${runId}`;
}

const callerOf = async (userId: string) => createCallerFactory(appRouter)(await contextOf({ userId }));
async function seenBy({ owner: { userId } }: TestCompany) {
  const caller = await callerOf(userId);
  const work = await caller.operations.listWork();
  const { failedJobs } = await caller.analytics.health();
  return { failedJobs, work: work.find(({ kind }) => kind === "jobs") };
}
const wishes = () => platformClient().outboxEvent.findMany({ where: { name: "askproai/run.replay-requested" } });

it("are counted for their company, until they are started again", async () => {
  const endedAt = new Date(Date.now() - 60_000);
  const runId = await fail({ endedAt });
  await fail({ companyId: (await createTenantWithCompany()).companyId });
  await fail({ companyId: null, functionId: "askproai-forget-what-is-over" });
  await fail({ endedAt: new Date(Date.now() - 8 * DAY) });
  expect(await seenBy(ours)).toEqual({
    failedJobs: 1,
    work: { kind: "jobs", waiting: 0, failed: 1, waitingSince: null, failedSince: endedAt },
  });
  await startAgain(runId);
  expect(await seenBy(ours)).toMatchObject({ failedJobs: 0, work: { failed: 0, failedSince: null } });
});

it("are not counted twice where a list of messages, appointments or deliveries shows them", async () => {
  for (const functionId of SHOWN_BY_THEIR_ROWS) await fail({ functionId });
  expect(await seenBy(ours)).toMatchObject({ failedJobs: 0 });
  const ids = functions.map((one) => one.id(inngest.id));
  for (const functionId of SHOWN_BY_THEIR_ROWS) expect(ids).toContain(functionId);
});

it("are seen by an operator with their error, and started again once", async () => {
  const [mine, other] = [await fail(), await fail({ companyId: null, functionId: "askproai-forget-what-is-over" })];
  const { token } = await createOperator();
  const { platform } = await callerWith(token);
  const { name } = await platformClient().company.findUniqueOrThrow({ where: { id: ours.companyId } });
  const listed = await platform.jobs.listFailed();
  expect(listed).toHaveLength(2);
  expect(listed).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ runId: mine, companyName: name, error: "no template", isAskedFor: false }),
      expect.objectContaining({ runId: other, companyId: null, companyName: null }),
    ]),
  );
  expect(await platform.jobs.getStatus()).toMatchObject({ failedRuns: 2 });

  expect(await platform.jobs.retry({ runId: mine })).toEqual({ retried: 1 });
  expect(await platform.jobs.retry({ runId: mine })).toEqual({ retried: 0 });
  expect(await wishes()).toMatchObject([{ payload: { runId: mine } }]);
  expect((await platform.jobs.listFailed()).filter(({ isAskedFor }) => isAskedFor)).toMatchObject([{ runId: mine }]);
  expect(await platform.jobs.retry({})).toEqual({ retried: 1 });
  expect((await wishes()).map(({ payload }) => payload)).toEqual(expect.arrayContaining([{ runId: other }]));
  expect((await chainOf(null)).at(-1)).toMatchObject({ action: "edit_platform", newValues: { retriedRuns: [other] } });

  await startAgain(mine);
  expect(await platform.jobs.getStatus()).toMatchObject({ failedRuns: 1 });
  expect((await platform.jobs.listFailed()).map(({ runId }) => runId)).toEqual([other]);
});

it("are nobody else's to see or start", async () => {
  const { id: userId } = await createUser(ours, { role: "admin" });
  const { platform } = await callerOf(userId);
  await expect(platform.jobs.listFailed()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(platform.jobs.retry({})).rejects.toMatchObject({ code: "FORBIDDEN" });
});
