import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { markNoShow } from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { takeOverConflict } from "@/server/calcom/conflicts/commands/take-over-conflict";
import { platformClient } from "@/server/core/db";
import { MINUTE } from "@/server/core/time";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { replayWebhook } from "@/server/webhooks/commands/replay-webhook";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  appointmentRow,
  type ConnectedCompany,
  jobFor,
  mapRow,
  standing,
  steer,
  withSandbox,
} from "./connected-company";
import {
  appointmentsOf,
  bookThere,
  createListeningCompany,
  deliver,
  deliveriesOf,
  moveThere,
  processAll,
  processOne,
  received,
  withDoor,
} from "./inbound-deliveries";
import { driftsOf, reconcile } from "./reconciling";

let now = NOW;
withSandbox({ now: () => now });
withDoor();
let ours: ConnectedCompany;
let uid: string;
let appointmentId: string;

beforeEach(async () => {
  now = NOW;
  ours = await createListeningCompany();
  await editPolicy(owner(), { policyType: "no_show", config: { feeCents: 2000 } });
  ({ uid } = await bookThere(ours, { at: wednesdayAt(10) }));
  await processAll(ours, now);
  appointmentId = (await appointmentsOf(ours))[0]?.id ?? "";
  now = wednesdayAt(10, 5);
});

const owner = () => ownerOf(ours.company, now);
/** Marked as not having come, or that is taken back. */
async function toggleThere() {
  now = new Date(now.getTime() + MINUTE);
  await steer(`/bookings/${uid}/no-show`, {});
}
const status = async () => (await appointmentRow(appointmentId)).status;
const openFees = () => platformClient().customerFee.count({ where: { appointmentId, status: "open" } });
const replay = async (webhookLogId: string) => {
  await replayWebhook(owner(), { webhookLogId });
  await processOne(ours, webhookLogId, now);
};
const noShowDelivery = async () =>
  (await deliveriesOf(ours)).find(({ eventType }) => eventType === "BOOKING_NO_SHOW_UPDATED")?.id ?? "";

describe("who stayed away", () => {
  it("is what the booking says, in whatever order we are told", async () => {
    await toggleThere();
    await toggleThere();
    for (const { deliveryId } of (await received(ours)).toReversed()) await processOne(ours, deliveryId, now);
    expect(await status()).toBe("confirmed");
    expect(await openFees()).toBe(0);
  });

  it("is not the customer when it was a guest", async () => {
    const attendees = [
      { email: "nina@example.com", noShow: false },
      { email: "guest@example.com", noShow: true },
    ];
    await deliver(ours, { triggerEvent: "BOOKING_NO_SHOW_UPDATED", payload: { bookingUid: uid, attendees } });
    await processAll(ours, now);
    expect(await status()).toBe("confirmed");
    expect(await openFees()).toBe(0);
  });

  it("is known also when all that we hear is that it has ended", async () => {
    await steer("/faults", { provider: "calcom", kind: "lost_webhook", rate: 1, count: 1 });
    await toggleThere();
    await steer("/faults", undefined, "DELETE");
    now = wednesdayAt(11);
    await deliver(ours, { triggerEvent: "MEETING_ENDED", uid, status: "ACCEPTED" });
    await processAll(ours, now);
    expect(await status()).toBe("no_show");
    expect(await openFees()).toBe(1);
  });
});

describe("what a person decided about somebody who stayed away", () => {
  beforeEach(async () => {
    await toggleThere();
    await processAll(ours, now);
    expect([await status(), await openFees()]).toEqual(["no_show", 1]);
  });

  it("stays when the first news are worked through once more", async () => {
    await toggleThere();
    await processAll(ours, now);
    await takeOverConflict(owner(), { conflictId: (await mapRow(appointmentId)).id });
    expect([await status(), await openFees()]).toEqual(["confirmed", 0]);
    await replay(await noShowDelivery());
    expect([await status(), await openFees()]).toEqual(["confirmed", 0]);
  });

  it("stays also when it was decided here alone, until somebody marks them there anew", async () => {
    await restoreAppointment(owner(), { appointmentId, notifyCustomer: false });
    await replay(await noShowDelivery());
    expect([await status(), await openFees()]).toEqual(["confirmed", 0]);
    await toggleThere();
    await processAll(ours, now);
    await toggleThere();
    await processAll(ours, now);
    expect([await status(), await openFees()]).toEqual(["no_show", 1]);
  });

  it("need not be decided any more when they are marked again", async () => {
    await toggleThere();
    await processAll(ours, now);
    expect(await mapRow(appointmentId)).toMatchObject({ driftStatus: "manual_review" });
    await toggleThere();
    await processAll(ours, now);
    expect(await mapRow(appointmentId)).toMatchObject({
      driftStatus: "resolved",
      reviewReason: null,
      resolution: { decision: "withdrawn" },
    });
    expect([await status(), await openFees()]).toEqual(["no_show", 1]);
  });
});

describe("who is marked here", () => {
  const push = () => pushAppointment(jobFor(ours, now), { appointmentId });

  it("is marked there too, and the booking stands; taken back here, it is there", async () => {
    await markNoShow(owner(), { appointmentId });
    expect(await push()).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ uid, isAbsent: true }]);
    await processAll(ours, now);
    expect([await status(), await openFees()]).toEqual(["no_show", 1]);
    expect((await reconcile(ours, { now })).kinds).toEqual({});
    await restoreAppointment(owner(), { appointmentId, notifyCustomer: false });
    expect(await push()).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ uid, isAbsent: false }]);
    await processAll(ours, now);
    expect(await status()).toBe("confirmed");
    expect((await reconcile(ours, { now })).kinds).toEqual({});
  });

  it("is marked once when the answer to it was lost", async () => {
    await markNoShow(owner(), { appointmentId });
    await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", rate: 1, count: 1 });
    await expect(push()).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
    expect(await push()).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ uid, isAbsent: true }]);
    expect((await received(ours)).filter(({ trigger }) => trigger === "BOOKING_NO_SHOW_UPDATED")).toHaveLength(1);
  });
});

describe("what nobody told of how a visit went", () => {
  beforeEach(() => steer("/faults", { provider: "calcom", kind: "lost_webhook", rate: 1 }));
  afterEach(() => steer("/faults", undefined, "DELETE"));

  it("is found when both sides are compared, once, and a person says when they came after all", async () => {
    await toggleThere();
    expect(await reconcile(ours, { now })).toMatchObject({ kinds: { status_mismatch: 1 }, counts: { resolved: 1 } });
    expect(await status()).toBe("no_show");
    expect(await openFees()).toBe(1);
    expect(await driftsOf(ours)).toMatchObject([{ kind: "status_mismatch", outcome: "followed", appointmentId }]);
    expect((await reconcile(ours, { now })).kinds).toEqual({});
    await toggleThere();
    expect(await reconcile(ours, { now })).toMatchObject({ kinds: { status_mismatch: 1 }, counts: { kept: 1 } });
    expect(await mapRow(appointmentId)).toMatchObject({ reviewReason: "came_after_all" });
    expect((await reconcile(ours, { now })).kinds).toEqual({});
    expect(await status()).toBe("no_show");
  });

  it("is completed here once it is over there", async () => {
    await reconcile(ours, { now });
    expect(await status()).toBe("confirmed");
    now = wednesdayAt(11);
    expect(await reconcile(ours, { now })).toMatchObject({ kinds: { status_mismatch: 1 }, counts: { resolved: 1 } });
    expect(await status()).toBe("completed");
    expect((await reconcile(ours, { now })).kinds).toEqual({});
  });

  it("is known with the same comparison that finds out which booking it became", async () => {
    now = new Date(NOW.getTime() + MINUTE);
    await moveThere(uid, wednesdayAt(14));
    const newStartsAt = wednesdayAt(14);
    await rescheduleAppointment(owner(), { appointmentId, newStartsAt, isConfirmed: true, notifyCustomer: false });
    now = wednesdayAt(17);
    await reconcile(ours, { now });
    expect(await status()).toBe("completed");
    expect((await reconcile(ours, { now })).kinds).toEqual({});
  });
});
