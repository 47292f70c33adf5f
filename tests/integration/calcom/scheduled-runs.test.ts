import { beforeEach, expect, it } from "vitest";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { startScheduledRun } from "@/server/calcom/reconciliation/commands/start-scheduled-run";
import { platformClient } from "@/server/core/db";
import { DAY, fromWall } from "@/server/core/time";
import { jobOf, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { type ConnectedCompany, createConnectedCompany, withSandbox } from "./connected-company";
import { appointmentsOf, bookThere } from "./inbound-deliveries";
import { reconcile } from "./reconciling";

withSandbox();
let ours: ConnectedCompany;
beforeEach(async () => {
  ours = await createConnectedCompany();
});

const at = (date: string, hours: number) => new Date(fromWall("Europe/Berlin", date, hours * 60));
const start = (date: string, hours: number) =>
  startScheduledRun(jobOf(ours.company, "reconcile-calcom", at(date, hours)));
const end = () =>
  platformClient().calcomSyncRun.updateMany({
    where: { companyId: ours.company.companyId, state: "running" },
    data: { state: "finished", endedAt: new Date() },
  });
/** What is started at these hours, each over before the next one. */
async function started(date: string, ...hours: number[]) {
  const kinds = [];
  for (const hour of hours) {
    kinds.push(await start(date, hour));
    await end();
  }
  return kinds;
}

it("compares everything once after each night", async () => {
  expect(await started("2026-12-01", 9, 9.5, 23)).toEqual(["horizon", "window", "window"]);
  expect(await started("2026-12-02", 0, 3, 3.5, 4, 12)).toEqual(["window", "window", "horizon", "window", "window"]);
});

it("compares as far ahead as anything may be booked", async () => {
  const { companyId } = ours.company;
  await platformClient().service.update({ where: { id: ours.service.id }, data: { maxHorizonDays: 700 } });
  const far = new Date(wednesdayAt(11).getTime() + 399 * DAY);
  await bookThere(ours, { at: far });
  expect(await reconcile(ours, { kind: "horizon" })).toMatchObject({ kinds: { missing_in_platform: 1 } });
  const [made] = await appointmentsOf(ours);
  expect(made).toMatchObject({ companyId, source: "calcom" });
});

it("does so later in a night when another run was under way", async () => {
  await started("2026-12-01", 9);
  await startRun(ownerOf(ours.company, at("2026-12-02", 3.4)), { kind: "check" });
  expect(await start("2026-12-02", 3.5)).toBeNull();
  await end();
  expect(await started("2026-12-02", 4, 4.5)).toEqual(["horizon", "window"]);
});

it("does so in the nights in which the clocks are changed", async () => {
  await started("2027-03-27", 12);
  expect(await started("2027-03-28", 1.5, 3.5, 4)).toEqual(["window", "horizon", "window"]);
  await started("2027-10-30", 12);
  expect(await started("2027-10-31", 1.5, 3.5, 4)).toEqual(["window", "horizon", "window"]);
});
