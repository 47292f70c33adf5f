import { afterAll, beforeAll, expect, it } from "vitest";
import { importBusyTimesJob } from "@/inngest/calcom/import-busy-times";
import { syncCalcomHours } from "@/inngest/calcom/sync-calcom-hours";
import { inngest } from "@/inngest/client";
import { processBinding } from "@/inngest/runner/mode";
import { createRunner } from "@/inngest/runner/runner";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { HOUR } from "@/server/core/time";
import { createTables, platformUrl, quick, until } from "../inngest/harness";
import { type ConnectedCompany, createConnectedCompany, steer, withSandbox } from "./connected-company";

withSandbox({ now: () => new Date() });
const tables = createTables();
const functions = [importBusyTimesJob, syncCalcomHours];
const settings = { ...quick, maxRetryDelayMs: 100 };
const connectionString = platformUrl();
const runner = createRunner({ connectionString, client: inngest, functions, binding: processBinding(), settings });
const companies: ConnectedCompany[] = [];

/** The first of three has a key that can't be read any more. */
beforeAll(async () => {
  for (let count = 0; count < 3; count++) companies.push(await connected());
  const id = companies[0]?.company.companyId ?? "";
  await platformClient().company.update({
    where: { id },
    data: { calcomApiKeyEncrypted: "nothing that was encrypted" },
  });
  await runner.start();
});
afterAll(async () => {
  await runner.stop();
  await tables.close();
});

async function connected(): Promise<ConnectedCompany> {
  const ours = await createConnectedCompany();
  const { eventTypes } = await steer("/calcom");
  const calcomUserId = eventTypes.find(({ id }: { id: number }) => id === ours.eventTypeId).ownerId as number;
  const { companyId } = ours.company;
  await platformClient().calcomTeamMember.create({
    data: { id: newId(), companyId, staffId: ours.staff.id, calcomUserId },
  });
  const [from, until] = [new Date(Date.now() + 24 * HOUR), new Date(Date.now() + 25 * HOUR)];
  const times = { start: from.toISOString(), end: until.toISOString() };
  await steer("/busy-times", { userId: calcomUserId, title: "Privat", ...times });
  return ours;
}

const fallsDue = (functionId: string) =>
  tables.pool.query("UPDATE inngest.cron SET next_at = now() - interval '1 minute' WHERE function_id LIKE $1", [
    `%${functionId}`,
  ]);
const others = () => companies.slice(1).map(({ company }) => company.companyId);

it("reads each company's busy times, whatever becomes of another one's", async () => {
  await fallsDue("import-busy-times");
  const read = await until(
    async () => {
      const rows = await platformClient().busyTime.findMany({ where: { companyId: { in: others() } } });
      return rows.length === 2 && rows;
    },
    { timeoutMs: 60_000 },
  );
  expect(read.map(({ companyId }) => companyId).sort()).toEqual(others().sort());
});

it("has each company's hours written by a run of its own", async () => {
  await fallsDue("sync-calcom-hours");
  const asked = () =>
    platformClient().outboxEvent.findMany({ where: { name: "calcom/hours.requested" }, select: { companyId: true } });
  await until(async () => (await asked()).length === 2, { timeoutMs: 60_000 });
  expect((await asked()).map(({ companyId }) => companyId).sort()).toEqual(others().sort());
});
