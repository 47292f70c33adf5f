import { afterEach, expect, it, vi } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { detectDrift } from "@/server/calcom/reconciliation/commands/detect-drift";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY, MINUTE } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { book, type ConnectedCompany, createConnectedCompany, jobFor, mapRow, withSandbox } from "./connected-company";
import { moveThere } from "./inbound-deliveries";
import { forbid } from "./muddle";
import { driftsOf, reconcile } from "./reconciling";

withSandbox();
afterEach(() => vi.restoreAllMocks());

/** So many are looked for at once. */
const AT_ONCE = 40;

/** One after the other from nine on, sixteen a day. */
const slot = (at: number): Date =>
  new Date(wednesdayAt(9).getTime() + Math.floor(at / 16) * DAY + (at % 16) * 30 * MINUTE);

/** An appointment whose booking is no longer told to our key. */
async function bookHidden(ours: ConnectedCompany, startsAt: Date): Promise<string> {
  const appointmentId = await book(ours, { startsAt });
  const endsAt = new Date(startsAt.getTime() + 30 * MINUTE);
  const uid = `hidden-${startsAt.getTime()}`;
  const calcomState = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), status: "accepted" };
  const booking = { calcomBookingUid: uid, calcomEventTypeId: ours.eventTypeId, calcomState };
  const { companyId } = ours.company;
  await platformClient().calcomEventMap.upsert({
    where: { companyId_appointmentId_segmentPosition: { companyId, appointmentId, segmentPosition: 0 } },
    create: { id: newId(), companyId, appointmentId, ...booking },
    update: booking,
  });
  return uid;
}

it("looks up all that was moved or is gone before it ends, however many stand before it", async () => {
  const ours = await createConnectedCompany();
  const hidden: string[] = [];
  for (let at = 0; at < AT_ONCE; at++) hidden.push(await bookHidden(ours, slot(at)));
  const last = await book(ours, { startsAt: slot(AT_ONCE) });
  await pushAppointment(jobFor(ours), { appointmentId: last });
  await moveThere((await mapRow(last)).calcomBookingUid ?? "", new Date(wednesdayAt(10).getTime() + 28 * DAY));
  forbid(...hidden);
  const run = await reconcile(ours);
  expect(run).toMatchObject({ state: "finished", kinds: { time_mismatch: 1 } });
  expect(run.counts).toMatchObject({ compared: AT_ONCE + 1, waiting: AT_ONCE, drifted: 1, resolved: 1, failed: 0 });
  expect(await driftsOf(ours)).toMatchObject([{ appointmentId: last, outcome: "followed" }]);
});

it("says of each that is gone that it is, also when it is only asked to look", async () => {
  const ours = await createConnectedCompany();
  for (let at = 0; at <= AT_ONCE; at++) await bookHidden(ours, slot(at));
  const found = await detectDrift(ownerOf(ours.company));
  expect(found).toMatchObject({ driftDetected: true, totalAppointments: AT_ONCE + 1 });
  expect(found.details.map(({ issue }) => issue)).toEqual(Array(AT_ONCE + 1).fill("missing_in_calcom"));
  const looked = { companyId: ours.company.companyId, lastComparedAt: { not: null } };
  expect(await platformClient().calcomEventMap.count({ where: looked })).toBe(0);
});

it("asks once for what can be booked there, however many stretches it compares, and again with the next run", async () => {
  const ours = await createConnectedCompany();
  for (const turn of [1, 2]) {
    const { windowFrom, windowUntil, requestCount, state } = await reconcile(ours, { kind: "horizon" });
    const stretches = Math.ceil((windowUntil.getTime() - windowFrom.getTime()) / (14 * DAY));
    expect({ turn, state, several: stretches > 3 }).toEqual({ turn, state: "finished", several: true });
    // The event types, and each stretch.
    expect(requestCount).toBe(1 + stretches);
  }
});
