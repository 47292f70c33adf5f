import { beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { CalcomError } from "@/server/calcom/adapters/calcom-error";
import { claimStep } from "@/server/calcom/commands/claim-step";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { settleFailure } from "@/server/calcom/commands/settle-step";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  mapRow,
  standing,
  steer,
  there,
  withSandbox,
} from "./connected-company";

withSandbox();
let ours: ConnectedCompany;

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});

const UNAVAILABLE = { code: "INTEGRATION_UNAVAILABLE" };
const push = (appointmentId: string) => pushAppointment(jobFor(ours), { appointmentId });
const move = (appointmentId: string, newStartsAt: Date) =>
  rescheduleAppointment(ownerOf(ours.company), { appointmentId, newStartsAt, isConfirmed: true });
const cancel = (appointmentId: string) =>
  cancelAppointment(ownerOf(ours.company), { appointmentId, isConfirmed: true, notifyCustomer: true });
/** The next write is carried out over there, and its answer lost. */
const loseAnswer = (count = 1) => steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", count });

describe("an answer that never came", () => {
  it("to a booking leaves one booking, which is adopted", async () => {
    const appointmentId = await book(ours);
    await loseAnswer();
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "pending", calcomBookingUid: null });
    const [booking] = await there(ours);
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await there(ours)).toHaveLength(1);
    expect(await appointmentRow(appointmentId)).toMatchObject({
      calcomSyncStatus: "synced",
      calcomSyncError: null,
      calcomBookingUid: booking?.uid,
    });
  });

  it("to a booking that was moved here before anybody looked", async () => {
    const appointmentId = await book(ours);
    await loseAnswer();
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    await move(appointmentId, wednesdayAt(15));
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(15).toISOString() }]);
  });

  it("to a booking that was cancelled here before anybody looked", async () => {
    const appointmentId = await book(ours);
    await loseAnswer();
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    await cancel(appointmentId);
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await there(ours)).toMatchObject([{ status: "cancelled" }]);
  });

  it("to a booking that was moved there before anybody looked", async () => {
    const appointmentId = await book(ours);
    await loseAnswer();
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    const [booking] = await there(ours);
    await steer(`/bookings/${booking?.uid}/reschedule`, { start: wednesdayAt(17).toISOString() });
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(10).toISOString() }]);
  });

  it("to a move leaves one booking, at the new time", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    await move(appointmentId, wednesdayAt(15));
    await loseAnswer();
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    const [booking, ...others] = await standing(ours);
    expect(others).toEqual([]);
    expect(booking?.start).toBe(wednesdayAt(15).toISOString());
    expect((await appointmentRow(appointmentId)).calcomBookingUid).toBe(booking?.uid);
    expect(await there(ours)).toHaveLength(2);
  });

  it("to a cancellation leaves it cancelled", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    await cancel(appointmentId);
    await loseAnswer();
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await there(ours)).toMatchObject([{ status: "cancelled" }]);
  });

  it("after answer leaves one booking as well", async () => {
    const appointmentId = await book(ours);
    await loseAnswer(3);
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    await move(appointmentId, wednesdayAt(12));
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    await move(appointmentId, wednesdayAt(13));
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    await move(appointmentId, wednesdayAt(14));
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(14).toISOString(), metadata: { appointmentId } }]);
  });

  it("is not looked for while the work may still be going on over there", async () => {
    const appointmentId = await book(ours);
    const claim = await claimStep(jobFor(ours), { appointmentId, position: 0, isLastTry: false });
    if (claim.step === null) throw new Error("nothing was claimed");
    const error = new CalcomError({ kind: "unknown_result", message: "no answer in time", mayStillRun: true });
    await expect(settleFailure(jobFor(ours), { claim, error, isLastTry: false })).rejects.toMatchObject(UNAVAILABLE);
    expect(await push(appointmentId)).toMatchObject({ state: "waiting", reason: "in progress" });
    expect(await there(ours)).toEqual([]);
  });

  it("of somebody who died in between is found after the lease is over", async () => {
    const appointmentId = await book(ours);
    await loseAnswer();
    await expect(push(appointmentId)).rejects.toMatchObject(UNAVAILABLE);
    const { id, platformState } = await mapRow(appointmentId);
    const leased = (until: Date) =>
      platformClient().calcomEventMap.update({
        where: { id },
        data: { platformState: { ...(platformState as object), lease: { token: "dead", until: until.toISOString() } } },
      });
    await leased(new Date(Date.now() + 60_000));
    expect(await push(appointmentId)).toMatchObject({ state: "waiting" });
    await leased(new Date(Date.now() - 1));
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await there(ours)).toHaveLength(1);
  });
});
