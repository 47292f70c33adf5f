import { beforeEach, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { cancelThere as cancelConflict } from "@/server/calcom/conflicts/commands/cancel-there";
import { ignoreConflict, linkAppointment } from "@/server/calcom/conflicts/commands/decide-conflict";
import { takeOverConflict } from "@/server/calcom/conflicts/commands/take-over-conflict";
import { listConflicts } from "@/server/calcom/conflicts/queries/list-conflicts";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { book, type ConnectedCompany, jobFor, standing, withSandbox } from "./connected-company";
import { appointmentsOf, bookThere, createListeningCompany, processAll, withDoor } from "./inbound-deliveries";

withSandbox();
withDoor();
let ours: ConnectedCompany;
let appointmentId: string;

beforeEach(async () => {
  ours = await createListeningCompany();
  appointmentId = await book(ours);
  await bookThere(ours, { at: wednesdayAt(10) });
  await processAll(ours);
});

const owner = () => ownerOf(ours.company);
const list = (state: "open" | "settled" = "open") => listConflicts(owner(), { state, limit: 25 });
/** What the log says of decisions, by whom. */
const decided = () =>
  platformClient().activityLog.findMany({
    where: { companyId: ours.company.companyId, subjectType: "calcom_booking" },
    select: { action: true, newValues: true, actor: true },
  });
const conflictId = async () => (await list()).items[0]?.id ?? "";

it("shows both sides next to each other, and what may be decided", async () => {
  expect((await list()).items).toMatchObject([
    {
      ...{ reason: "slot_taken", ours: null, decisions: ["take_over", "cancel_there", "link", "ignore"] },
      theirs: { startsAt: wednesdayAt(10), attendeeName: "Nina Neu", attendeeContact: "nina@example.com" },
      inTheWay: [{ appointmentId, startsAt: wednesdayAt(10) }],
    },
  ]);
});

it("takes it over once the time is free, and says why not before", async () => {
  const decision = { conflictId: await conflictId() };
  await expect(takeOverConflict(owner(), decision)).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT" });
  await cancelAppointment(owner(), { appointmentId, isConfirmed: true, notifyCustomer: false });
  await takeOverConflict(owner(), decision);
  expect(await appointmentsOf(ours)).toMatchObject([
    { status: "cancelled" },
    { status: "confirmed", source: "calcom" },
  ]);
  expect((await list()).items).toEqual([]);
  expect((await list("settled")).items).toMatchObject([{ settled: { decision: "taken_over" } }]);
  expect(await decided()).toMatchObject([{ action: "edit_appointments", newValues: { decision: "taken_over" } }]);
  await expect(takeOverConflict(owner(), decision)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("cancels it there, and its echo changes nothing", async () => {
  await cancelConflict(owner(), { conflictId: await conflictId() });
  expect(await standing(ours)).toEqual([]);
  await processAll(ours);
  expect((await list("settled")).items).toMatchObject([{ settled: { decision: "cancelled_there" } }]);
  const { userId } = ours.company.owner;
  expect(await decided()).toMatchObject([
    { newValues: { decision: "cancelled_there" }, actor: { kind: "user", userId } },
  ]);
});

it("makes it one with an appointment that was entered by hand: no second booking", async () => {
  await linkAppointment(owner(), { conflictId: await conflictId(), appointmentId });
  expect(await pushAppointment(jobFor(ours), { appointmentId })).toEqual({ state: "synced" });
  expect(await standing(ours)).toHaveLength(1);
  expect((await list()).items).toEqual([]);
});

it("leaves both as they are when it is ignored, and another company finds nothing", async () => {
  const decision = { conflictId: await conflictId() };
  const theirs = await createListeningCompany();
  await expect(ignoreConflict(ownerOf(theirs.company), decision)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await ignoreConflict(owner(), decision);
  expect((await list()).items).toEqual([]);
  expect(await standing(ours)).toHaveLength(1);
});

it("is decided only as it may be, and changes nothing there otherwise", async () => {
  const decision = { conflictId: await conflictId() };
  const where = { companyId: ours.company.companyId, id: decision.conflictId };
  await platformClient().calcomEventMap.updateMany({ where, data: { reviewReason: "duplicate" } });
  const refused = { code: "INVALID_TRANSITION", reason: "decision_not_possible" };
  await expect(takeOverConflict(owner(), decision)).rejects.toMatchObject(refused);
  await expect(linkAppointment(owner(), { ...decision, appointmentId })).rejects.toMatchObject(refused);
  await platformClient().calcomEventMap.updateMany({ where, data: { reviewReason: "not_readable" } });
  await expect(cancelConflict(owner(), decision)).rejects.toMatchObject(refused);
  expect(await standing(ours)).toHaveLength(1);
  const restricted = { ...owner(), restriction: { branchIds: [], staffId: ours.staff.id } };
  await expect(ignoreConflict(restricted, decision)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
