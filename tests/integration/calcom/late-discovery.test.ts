import { beforeEach, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { platformClient } from "@/server/core/db";
import { HOUR, MINUTE } from "@/server/core/time";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  mapRow,
  steer,
  withSandbox,
} from "./connected-company";
import { cancelThere, moveThere } from "./inbound-deliveries";
import { reconcile } from "./reconciling";

let clock = () => NOW;
withSandbox({ now: () => clock() });
let ours: ConnectedCompany;
let appointmentId: string;
let uid: string;

/** Whoever cancels or moves within the last day pays half; what happens there is found an hour before it begins. */
beforeEach(async () => {
  clock = () => NOW;
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
  const late = { minHoursNotice: 24, violationAction: "charge_fee" } as const;
  const owner = ownerOf(ours.company);
  await editPolicy(owner, { policyType: "cancellation", config: { ...late, feePercent: 50 } });
  await editPolicy(owner, { policyType: "reschedule", config: late });
  appointmentId = await book(ours);
  expect(await pushAppointment(jobFor(ours), { appointmentId })).toEqual({ state: "synced" });
  uid = (await mapRow(appointmentId)).calcomBookingUid ?? "";
});

const found = () => reconcile(ours, { now: wednesdayAt(9) });
const held = async () => ({
  fees: (await platformClient().customerFee.findMany({ where: { appointmentId } })).map(({ kind }) => kind),
  violations: await platformClient().appointmentModification.count({ where: { appointmentId, type: "violation" } }),
});

it("holds nothing against whoever cancelled or moved there in time, however late it is found", async () => {
  await moveThere(uid, wednesdayAt(14));
  await found();
  expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(14) });
  expect(await held()).toEqual({ fees: [], violations: 0 });
  await cancelThere((await mapRow(appointmentId)).calcomBookingUid ?? "");
  await found();
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "cancelled" });
  expect(await held()).toEqual({ fees: [], violations: 0 });
});

it("charges what was cancelled there too late", async () => {
  clock = () => wednesdayAt(8);
  await cancelThere(uid);
  await found();
  expect(await held()).toEqual({ fees: ["cancellation"], violations: 1 });
});

it("takes off what was called off there before it began, also when nobody hears until it is over", async () => {
  await cancelThere(uid);
  await reconcile(ours, { now: wednesdayAt(20) });
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "cancelled" });
  expect(await held()).toEqual({ fees: [], violations: 0 });
});

it("leaves what was called off there after it had begun", async () => {
  const { startsAt } = await appointmentRow(appointmentId);
  clock = () => new Date(startsAt.getTime() + 60_000);
  await cancelThere(uid);
  await reconcile(ours, { now: wednesdayAt(20) });
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "confirmed" });
});

it("shows what was called off here and took place there at an earlier time", async () => {
  await cancelAppointment(ownerOf(ours.company), { appointmentId, isConfirmed: true, notifyCustomer: false });
  clock = () => new Date(NOW.getTime() + 60_000);
  const { startsAt } = await appointmentRow(appointmentId);
  const earlier = new Date(startsAt.getTime() - 2 * HOUR);
  await moveThere(uid, earlier);
  await reconcile(ours, { now: new Date(startsAt.getTime() - 30 * MINUTE) });
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "cancelled" });
  expect(await mapRow(appointmentId)).toMatchObject({ driftStatus: "manual_review", reviewReason: "cancelled_here" });
});
