import { beforeEach, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { syncAppointment } from "@/server/calcom/commands/sync-appointment";
import { syncUnwritten } from "@/server/calcom/commands/sync-unwritten";
import { connectCalcom } from "@/server/calcom/connection/commands/connect-calcom";
import { countUnwritten } from "@/server/calcom/queries/count-unwritten";
import { startImport } from "@/server/calcom/reconciliation/commands/start-reconciliation";
import { platformClient } from "@/server/core/db";
import { MINUTE } from "@/server/core/time";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  connect,
  createConnectedCompany,
  jobFor,
  standing,
  steer,
  withSandbox,
} from "./connected-company";
import { bookThere } from "./inbound-deliveries";
import { driftsOf, pushAll, reconcile, runRow, workOff } from "./reconciling";

withSandbox();
let ours: ConnectedCompany;
beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});

const later = new Date(NOW.getTime() + 5 * MINUTE);
const owner = (now: Date = later) => ownerOf(ours.company, now);
const counts = (run: { counts: unknown }) => run.counts as Record<string, number>;

it("leaves what is older than the connection unwritten, until a person asks for it", async () => {
  const older = await book(ours);
  await connectCalcom(owner(), { apiKey: ours.apiKey });
  const run = await reconcile(ours, { now: later });
  expect(counts(run)).toMatchObject({ compared: 1, unwritten: 1, drifted: 0 });
  expect(await appointmentRow(older)).toMatchObject({ calcomSyncStatus: "not_linked" });
  expect(counts(await reconcile(ours, { kind: "horizon", strategy: "platform_wins", now: later }))).toMatchObject({
    drifted: 0,
  });
  await syncAppointment(owner(), { appointmentId: older });
  await pushAll(ours, later);
  expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(10).toISOString() }]);
  expect(counts(await reconcile(ours, { now: later }))).toMatchObject({ equal: 1, unwritten: 0 });
});

it("writes all of it at a click, once, and says how many", async () => {
  const older = [await book(ours), await book(ours, { startsAt: wednesdayAt(12) })];
  const cancelled = await book(ours, { startsAt: wednesdayAt(13) });
  await cancelAppointment(ownerOf(ours.company), {
    appointmentId: cancelled,
    isConfirmed: true,
    notifyCustomer: false,
  });
  expect(await countUnwritten(owner())).toEqual({ count: 2 });
  expect(await syncUnwritten(owner())).toEqual({ queued: 2, left: 0 });
  expect(await countUnwritten(owner())).toEqual({ count: 0 });
  await pushAll(ours, later);
  expect((await standing(ours)).map(({ metadata }) => metadata.appointmentId).sort()).toEqual(older.sort());
  expect(await syncUnwritten(owner())).toEqual({ queued: 0, left: 0 });
  await connect(ours, null);
  await book(ours, { startsAt: wednesdayAt(15) });
  expect(await countUnwritten(owner())).toEqual({ count: 0 });
  await expect(syncUnwritten(owner())).rejects.toMatchObject({ reason: "calcom_not_connected" });
});

it("leaves out what has no event type there", async () => {
  await book(ours);
  const { companyId } = ours.company;
  await platformClient().teamEventTypeMapping.updateMany({ where: { companyId }, data: { isActive: false } });
  expect(await countUnwritten(owner())).toEqual({ count: 0 });
});

it("writes what was made afterwards, also once the key was changed", async () => {
  const before = new Date(NOW.getTime() - 5 * MINUTE);
  await connectCalcom(owner(before), { apiKey: ours.apiKey });
  await book(ours);
  await connectCalcom(owner(), { apiKey: ours.apiKey });
  expect((await reconcile(ours, { now: later })).kinds).toEqual({ missing_in_calcom: 1 });
});

it("writes nothing over there by an import, whatever differs", async () => {
  const moved = await book(ours);
  expect(await pushAppointment(jobFor(ours), { appointmentId: moved })).toEqual({ state: "synced" });
  const missing = await book(ours, { startsAt: wednesdayAt(15) });
  await platformClient().calcomEventMap.deleteMany({ where: { appointmentId: missing } });
  await bookThere(ours, { at: wednesdayAt(12) });
  const there = await standing(ours);
  const { runId } = await startImport(owner(), { days: 10, future: 30, isDry: false });
  for (let steps = 0; steps < 60 && (await workOff(ours, runId, later)).state !== "over"; steps++);
  await pushAll(ours, later);
  expect(await standing(ours)).toEqual(there);
  expect(counts(await runRow(runId))).toMatchObject({ created: 1, waiting: 1, resolved: 1 });
  expect(await driftsOf(ours)).toMatchObject([{ kind: "missing_in_platform", outcome: "created_here" }]);
});
