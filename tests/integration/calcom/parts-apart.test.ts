import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { DAY, MINUTE } from "@/server/core/time";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt, wishOf } from "../../support/booking";
import { createColour } from "./colour-visit";
import { appointmentRow, type ConnectedCompany, jobFor, standing, steer, withSandbox } from "./connected-company";
import {
  cancelThere,
  createListeningCompany,
  deliver,
  mapsOf,
  moveThere,
  processOne,
  received,
  withDoor,
} from "./inbound-deliveries";
import { driftsOf, reconcile } from "./reconciling";

let now = NOW;
withSandbox({ now: () => now });
withDoor();
let ours: ConnectedCompany;
let appointmentId: string;

/** Applied from ten to quarter to eleven, cut from quarter past eleven to quarter to twelve. */
beforeEach(async () => {
  now = NOW;
  await steer("/faults", undefined, "DELETE");
  ours = await createListeningCompany();
  const service = await createColour(ours);
  const wish = { ...wishOf(ours), serviceId: service.id, staffId: null };
  ({
    appointment: { id: appointmentId },
  } = await bookAppointment(ownerOf(ours.company, now), wish));
  await push();
  later();
});

const later = (): void => {
  now = new Date(now.getTime() + MINUTE);
};
const push = () => pushAppointment(jobFor(ours, now), { appointmentId });
const partAt = async (position: number) =>
  (await mapsOf(ours)).find(({ segmentPosition }) => segmentPosition === position)?.calcomBookingUid ?? "";
const starts = async () => (await standing(ours)).map(({ start }) => start).sort();
const at = (hours: number, minutes = 0) => wednesdayAt(hours, minutes).toISOString();

/** The first part, and a minute later the second one, each with its own word about when. */
async function moveBoth(): Promise<void> {
  const [first, second] = [await partAt(0), await partAt(1)];
  await moveThere(first, wednesdayAt(12));
  later();
  await moveThere(second, wednesdayAt(15, 15));
  later();
}

/** Of what was received, what is about a booking that this one became. */
async function hear(trigger: string, count = 1): Promise<void> {
  const news = (await received(ours)).filter((one) => one.trigger === trigger).slice(0, count);
  for (const { deliveryId } of news) await processOne(ours, deliveryId, now);
}

describe("parts of a visit that were changed over there one after the other", () => {
  it("follow the later word, though the earlier one was followed when it was heard", async () => {
    await moveBoth();
    await hear("BOOKING_RESCHEDULED", 2);
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(14) });
    expect(await push()).toEqual({ state: "synced" });
    expect(await starts()).toEqual([at(14), at(15, 15)]);
  });

  it("follow it also where nobody told of it, and the push meets it on the way", async () => {
    await moveBoth();
    await hear("BOOKING_RESCHEDULED");
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(12) });
    expect(await push()).toEqual({ state: "synced" });
    await push();
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(14) });
    expect(await starts()).toEqual([at(14), at(15, 15)]);
  });

  it("follow it where the comparison is the first to see both", async () => {
    await moveBoth();
    await reconcile(ours, { now });
    await push();
    await push();
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(14) });
    expect(await starts()).toEqual([at(14), at(15, 15)]);
  });

  it("are all off when the later word was that one is off", async () => {
    const [first, second] = [await partAt(0), await partAt(1)];
    await moveThere(first, wednesdayAt(12));
    later();
    await cancelThere(second);
    later();
    await hear("BOOKING_RESCHEDULED");
    await hear("BOOKING_CANCELLED");
    expect(await appointmentRow(appointmentId)).toMatchObject({ status: "cancelled" });
    await push();
    expect(await standing(ours)).toEqual([]);
  });

  it("wait for a person together, where the later word does already", async () => {
    await bookAppointment(ownerOf(ours.company, now), wishOf(ours, wednesdayAt(14)));
    const [first, second] = [await partAt(0), await partAt(1)];
    await cancelThere(second);
    later();
    await moveThere(first, wednesdayAt(12, 45));
    later();
    await hear("BOOKING_RESCHEDULED");
    await hear("BOOKING_CANCELLED");
    expect(await appointmentRow(appointmentId)).toMatchObject({ status: "confirmed", startsAt: wednesdayAt(10) });
    const reasons = (await mapsOf(ours)).flatMap(({ reviewReason }) => (reviewReason ? [reviewReason] : [])).sort();
    expect(reasons).toEqual(["not_bookable", "part_changed"]);
    expect(await push()).toMatchObject({ state: "failed" });
    expect(await starts()).toEqual([at(12, 45)]);
  });
});

it("is not over with the first of its parts, neither when that is told nor in a comparison", async () => {
  now = wednesdayAt(11);
  await reconcile(ours, { now });
  expect(await driftsOf(ours)).toEqual([]);
  now = wednesdayAt(12);
  await reconcile(ours, { now });
  expect(await driftsOf(ours)).not.toEqual([]);
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "completed" });
});

it.each([0, 1])(
  "did not take place when part %i was called off there in time, though the other one ended",
  async (position) => {
    const ended = await partAt(1 - position);
    await cancelThere(await partAt(position));
    now = wednesdayAt(14);
    await deliver(ours, { triggerEvent: "MEETING_ENDED", uid: ended, status: "ACCEPTED" });
    await hear("MEETING_ENDED");
    expect(await appointmentRow(appointmentId)).toMatchObject({ status: "confirmed" });
    await reconcile(ours, { now });
    expect(await appointmentRow(appointmentId)).toMatchObject({ status: "cancelled" });
  },
);

describe("moved to another day here, and not written there before its old time has passed", () => {
  const moveOn = () => {
    const newStartsAt = new Date(wednesdayAt(10).getTime() + 7 * DAY);
    return rescheduleAppointment(ownerOf(ours.company, now), { appointmentId, newStartsAt, isConfirmed: true });
  };

  it("is off when one of its parts was called off there since", async () => {
    await moveOn();
    later();
    await cancelThere(await partAt(0));
    now = wednesdayAt(14);
    await push();
    expect(await appointmentRow(appointmentId)).toMatchObject({ status: "cancelled" });
    // The other part may have been moved before that was found out.
    await push();
    expect(await starts()).toEqual([]);
  });

  it("stands when that had been before", async () => {
    await cancelThere(await partAt(0));
    later();
    await moveOn();
    now = wednesdayAt(14);
    expect(await push()).toEqual({ state: "synced" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ status: "confirmed" });
    expect((await starts()).filter((start) => start > at(14))).toHaveLength(2);
  });
});
