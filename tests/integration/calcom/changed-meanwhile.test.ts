import { beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { cancelThere as cancelConflict } from "@/server/calcom/conflicts/commands/cancel-there";
import { takeOverConflict } from "@/server/calcom/conflicts/commands/take-over-conflict";
import { listConflicts } from "@/server/calcom/conflicts/queries/list-conflicts";
import { resolveDrift } from "@/server/calcom/reconciliation/commands/resolve-drift";
import { MINUTE } from "@/server/core/time";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { book, type ConnectedCompany, jobFor, standing, steer, there, withSandbox } from "./connected-company";
import {
  appointmentsOf,
  bookThere,
  cancelThere,
  createListeningCompany,
  mapsOf,
  moveThere,
  processAll,
  withDoor,
} from "./inbound-deliveries";
import { driftsOf } from "./reconciling";

let now = NOW;
withSandbox({ now: () => now });
withDoor();
let ours: ConnectedCompany;
let uid: string;

/** A booking there that waits for a person, because its time is taken here. */
beforeEach(async () => {
  now = NOW;
  ours = await createListeningCompany();
  const inTheWay = await book(ours);
  ({ uid } = await bookThere(ours, { at: wednesdayAt(10) }));
  await processAll(ours, now);
  await cancelAppointment(owner(), { appointmentId: inTheWay, isConfirmed: true, notifyCustomer: false });
  now = new Date(now.getTime() + MINUTE);
});

const owner = () => ownerOf(ours.company, now);
const open = async () => (await listConflicts(owner(), { state: "open", limit: 25 })).items;
const conflictId = async () => (await open())[0]?.id ?? "";
const withdrawn = { driftStatus: "resolved", resolution: { decision: "withdrawn" }, appointmentId: null };
const mapOfIt = async () => (await mapsOf(ours)).find(({ appointmentId }) => appointmentId === null);

describe("a booking that was cancelled there, of which nobody has told us yet", () => {
  beforeEach(async () => {
    await cancelThere(uid);
  });
  const refused = { code: "INVALID_TRANSITION", reason: "withdrawn_there" };

  it("becomes no appointment, and is not made anew there", async () => {
    await expect(takeOverConflict(owner(), { conflictId: await conflictId() })).rejects.toMatchObject(refused);
    for (const { id } of await appointmentsOf(ours)) await pushAppointment(jobFor(ours, now), { appointmentId: id });
    expect((await appointmentsOf(ours)).filter(({ status }) => status !== "cancelled")).toEqual([]);
    expect(await standing(ours)).toEqual([]);
    expect(await open()).toEqual([]);
    expect(await mapOfIt()).toMatchObject(withdrawn);
  });

  it("nor by the list of differences, which it leaves", async () => {
    const [drift] = await driftsOf(ours);
    const decision = { driftId: drift?.id ?? "", decision: "take_over" } as const;
    await expect(resolveDrift(owner(), decision)).rejects.toMatchObject(refused);
    expect(await driftsOf(ours)).toMatchObject([{ state: "resolved", outcome: "withdrawn" }]);
    expect(await standing(ours)).toEqual([]);
  });

  it("is said to have been withdrawn, not cancelled by us", async () => {
    await cancelConflict(owner(), { conflictId: await conflictId() });
    expect(await mapOfIt()).toMatchObject(withdrawn);
  });
});

describe("a booking that was moved there, of which nobody has told us yet", () => {
  it("is not cancelled as the one that it was: shown anew, and then cancelled as what it is", async () => {
    const moved = await moveThere(uid, wednesdayAt(15));
    const decision = { conflictId: await conflictId() };
    const refused = { code: "INVALID_TRANSITION", reason: "changed_there" };
    await expect(cancelConflict(owner(), decision)).rejects.toMatchObject(refused);
    expect(await standing(ours)).toMatchObject([{ uid: moved.uid }]);
    expect(await open()).toMatchObject([{ theirs: { uid: moved.uid, startsAt: wednesdayAt(15) } }]);
    await cancelConflict(owner(), decision);
    expect(await standing(ours)).toEqual([]);
    expect(await mapOfIt()).toMatchObject({ driftStatus: "resolved", resolution: { decision: "cancelled_there" } });
  });
});

it("is cancelled by us also when the answer was lost", async () => {
  const decision = { conflictId: await conflictId() };
  await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", rate: 1, count: 1 });
  await expect(cancelConflict(owner(), decision)).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
  expect((await there(ours)).find((one) => one.uid === uid)).toMatchObject({ status: "cancelled" });
  await cancelConflict(owner(), decision);
  expect(await mapOfIt()).toMatchObject({ driftStatus: "resolved", resolution: { decision: "cancelled_there" } });
});
