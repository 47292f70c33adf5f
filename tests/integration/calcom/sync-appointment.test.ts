import { beforeEach, expect, it } from "vitest";
import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { listAppointments } from "@/server/appointments/queries/list-appointments";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { syncAppointment } from "@/server/calcom/commands/sync-appointment";
import { syncBehindAppointments } from "@/server/calcom/commands/sync-behind-appointments";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  connect,
  createConnectedCompany,
  jobFor,
  standing,
  withSandbox,
} from "./connected-company";

withSandbox();
let ours: ConnectedCompany;
let appointmentId: string;

/** An event type that is missing over there keeps the booking from getting there. */
beforeEach(async () => {
  ours = await createConnectedCompany();
  await offerStaff(ours.colleague.id);
  appointmentId = await book(ours);
  expect(await push()).toMatchObject({ state: "failed" });
});

const owner = () => ownerOf(ours.company);
const push = () => pushAppointment(jobFor(ours), { appointmentId });
const offerStaff = (staffId: string) =>
  platformClient().teamEventTypeMapping.updateMany({
    where: { companyId: ours.company.companyId, calcomEventTypeId: ours.eventTypeId },
    data: { staffId },
  });
const asked = () =>
  platformClient().outboxEvent.count({
    where: { companyId: ours.company.companyId, name: "calcom/sync.requested" },
  });
const listed = async (calcomSyncStatus: ("pending" | "failed" | "synced")[]) =>
  (await listAppointments(owner(), { calcomSyncStatus, order: "asc", limit: 25 })).items.map(({ id }) => id);

it("sends again what a person asks for: it arrives there once, and the log says who asked", async () => {
  expect(await listed(["failed"])).toEqual([appointmentId]);
  await offerStaff(ours.staff.id);
  await syncAppointment(owner(), { appointmentId });
  expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "pending", calcomSyncError: null });
  expect(await listed(["failed"])).toEqual([]);
  expect(await listed(["pending", "failed"])).toEqual([appointmentId]);
  expect(await asked()).toBe(1);
  expect(await push()).toEqual({ state: "synced" });
  expect(await listed(["synced"])).toEqual([appointmentId]);
  expect(await standing(ours)).toHaveLength(1);
  const entry = { subjectId: appointmentId, action: "sync_appointments" };
  expect(await platformClient().activityLog.findMany({ where: entry, select: { actor: true } })).toMatchObject([
    { actor: { kind: "user", userId: ours.company.owner.userId } },
  ]);
});

it("refuses what has arrived, what waits for a decision, and a company that is not connected", async () => {
  const refused = (reason: string) =>
    expect(syncAppointment(owner(), { appointmentId })).rejects.toMatchObject({ reason });
  await platformClient().calcomEventMap.updateMany({ where: { appointmentId }, data: { reviewReason: "slot_taken" } });
  await refused("calcom_waits_for_decision");
  await recordCalcomSync(owner(), { appointmentId, status: "synced" });
  await refused("calcom_not_behind");
  await connect(ours, null);
  await refused("calcom_not_connected");
  expect(await asked()).toBe(0);
});

it("sends all again that is behind, also what was refused, and says so when there is no connection", async () => {
  await offerStaff(ours.staff.id);
  expect(await syncBehindAppointments(owner())).toEqual({ queued: 1 });
  expect(await push()).toEqual({ state: "synced" });
  expect(await syncBehindAppointments(owner())).toEqual({ queued: 0 });
  await connect(ours, null);
  await expect(syncBehindAppointments(owner())).rejects.toMatchObject({ reason: "calcom_not_connected" });
});

it("finds nothing of another company", async () => {
  const theirs = await createConnectedCompany();
  const ask = syncAppointment(ownerOf(theirs.company), { appointmentId });
  await expect(ask).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await asked()).toBe(0);
});
