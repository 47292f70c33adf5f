import { beforeEach, expect, it } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { ignoreConflict } from "@/server/calcom/conflicts/commands/decide-conflict";
import { platformClient } from "@/server/core/db";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  book,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  standing,
  steer,
  withSandbox,
} from "./connected-company";
import { appointmentsOf, bookThere, mapsOf } from "./inbound-deliveries";
import { reconcile } from "./reconciling";

let clock = NOW;
withSandbox({ now: () => clock });
let ours: ConnectedCompany;
beforeEach(async () => {
  clock = NOW;
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});

/** Nobody told us of anything; the day after it is found. */
const EVENING = wednesdayAt(20);
const found = async () => (await reconcile(ours, { now: EVENING })).counts as Record<string, number>;

it("knows who did not come", async () => {
  await bookThere(ours, { at: wednesdayAt(10) });
  const { uid } = await bookThere(ours, { at: wednesdayAt(12) });
  clock = EVENING;
  await steer(`/bookings/${uid}/no-show`, {});
  expect(await found()).toMatchObject({ created: 2 });
  const made = (await appointmentsOf(ours)).map(({ startsAt, status }) => [startsAt.toISOString(), status]);
  expect(made.sort()).toEqual([
    [wednesdayAt(10).toISOString(), "completed"],
    [wednesdayAt(12).toISOString(), "no_show"],
  ]);
});

it("costs what the branch and the person ask", async () => {
  const where = { companyId: ours.company.companyId };
  const priced = async (hour: number) => {
    await bookThere(ours, { at: wednesdayAt(hour) });
    clock = EVENING;
    await found();
    clock = NOW;
    return (await appointmentsOf(ours)).find(({ startsAt }) => +startsAt === +wednesdayAt(hour))?.priceCents;
  };
  await platformClient().branchService.updateMany({ where, data: { priceCents: 3100 } });
  expect(await priced(10)).toBe(3100);
  await platformClient().staffService.updateMany({ where, data: { priceCents: 3300 } });
  expect(await priced(12)).toBe(3300);
});

it("is not made twice of a second booking of the same appointment", async () => {
  const appointmentId = await book(ours);
  expect(await pushAppointment(jobFor(ours), { appointmentId })).toEqual({ state: "synced" });
  const { metadata } = (await standing(ours))[0] ?? {};
  await bookThere(ours, { at: wednesdayAt(15), metadata: { ...metadata, idemKey: "another" } });
  expect(await found()).toMatchObject({ created: 0, failed: 0 });
  expect(await appointmentsOf(ours)).toHaveLength(1);
});

it("is not made of what a person decided to ignore, also when it changes there", async () => {
  const { uid } = await bookThere(ours, { at: wednesdayAt(12) });
  await reconcile(ours, { strategy: "manual" });
  const [kept] = await mapsOf(ours);
  await ignoreConflict(ownerOf(ours.company), { conflictId: kept?.id ?? "" });
  clock = EVENING;
  await steer(`/bookings/${uid}/edit`, { lengthInMinutes: 45 });
  expect(await found()).toMatchObject({ created: 0, drifted: 0 });
  expect(await found()).toMatchObject({ waiting: 1 });
  expect(await appointmentsOf(ours)).toEqual([]);
});
