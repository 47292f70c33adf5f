import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { completeAppointment, markNoShow, startAppointment } from "@/server/appointments/commands/change-status";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY, MINUTE } from "@/server/core/time";
import { agentOf, NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";
import { createComposite, createResource } from "../../support/scheduling";

let ours: BookableCompany;
let appointmentId: string;

beforeEach(async () => {
  ours = await createBookableCompany();
  appointmentId = (await bookAppointment(ownerOf(ours.company), wishOf(ours))).appointment.id;
});

const owner = (now = NOW) => ownerOf(ours.company, now);
const minutesOn = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const cancel = () => cancelAppointment(owner(), { appointmentId, isConfirmed: true, notifyCustomer: true });
const occupancies = () =>
  platformClient().staffOccupancy.findMany({
    where: { appointmentId },
    select: { staffId: true, segment: true, blockedFrom: true, blockedUntil: true },
  });
const stored = () => platformClient().appointment.findUniqueOrThrow({ where: { id: appointmentId } });

describe("taking a cancellation back", () => {
  it("occupies exactly what it had, and tells history, log and event", async () => {
    const before = await occupancies();
    await cancel();
    expect(await occupancies()).toEqual([]);
    const view = await restoreAppointment(owner(minutesOn(14)), { appointmentId });
    expect(view).toMatchObject({ status: "confirmed", version: 3 });
    expect(await occupancies()).toEqual(before);
    expect(await stored()).toMatchObject({ cancelledAt: null, cancellationReason: null });
    const { companyId } = ours.company;
    const history = await platformClient().appointmentModification.findMany({
      where: { appointmentId, type: "restored" },
    });
    expect(history).toMatchObject([{ oldValues: { status: "cancelled" }, newValues: { status: "confirmed" } }]);
    const events = await platformClient().outboxEvent.findMany({ where: { companyId, name: "appointment/restored" } });
    expect(events).toMatchObject([{ payload: { from: "cancelled", to: "confirmed", notifyCustomer: false } }]);
    const log = await platformClient().activityLog.findMany({ where: { companyId, action: "restore_appointments" } });
    expect(log).toHaveLength(1);
  });

  it("is refused by name once somebody else has the time, and changes nothing", async () => {
    await cancel();
    const { appointment: other } = await bookAppointment(owner(), wishOf(ours));
    await expect(restoreAppointment(owner(minutesOn(1)), { appointmentId })).rejects.toMatchObject({
      code: "APPOINTMENT_CONFLICT",
      reason: "taken_meanwhile",
    });
    expect(await stored()).toMatchObject({ status: "cancelled", version: 2 });
    await cancelAppointment(owner(), { appointmentId: other.id, isConfirmed: true, notifyCustomer: true });
    await expect(restoreAppointment(owner(minutesOn(2)), { appointmentId })).resolves.toMatchObject({
      status: "confirmed",
    });
  });

  it("ends after a quarter of an hour", async () => {
    await cancel();
    await expect(restoreAppointment(owner(minutesOn(15)), { appointmentId })).rejects.toMatchObject({
      reason: "undo_too_late",
    });
    await platformClient().freedTime.updateMany({ data: { freedAt: new Date(Date.now() - DAY) } });
    const next = (await bookAppointment(owner(), wishOf(ours, wednesdayAt(15)))).appointment.id;
    await cancelAppointment(owner(), { appointmentId: next, isConfirmed: true, notifyCustomer: true });
    expect(await platformClient().freedTime.count({ where: { appointmentId } })).toBe(0);
  });

  it("happens once, however often it is asked at the same moment", async () => {
    await cancel();
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => restoreAppointment(owner(), { appointmentId })));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await occupancies()).toHaveLength(1);
    expect(await platformClient().appointmentModification.count({ where: { appointmentId, type: "restored" } })).toBe(
      1,
    );
  });

  it("and a booking of the same time at the same moment: one of them has it", async () => {
    for (let round = 0; round < 6; round++) {
      await cancel();
      const outcomes = await Promise.allSettled([
        restoreAppointment(owner(), { appointmentId }),
        bookAppointment(owner(), wishOf(ours)),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const held = await platformClient().staffOccupancy.findMany({ where: { companyId: ours.company.companyId } });
      expect(held).toHaveLength(1);
      appointmentId = held[0]?.appointmentId ?? "";
    }
  });
});

describe("taking another step back", () => {
  it("goes back through the machine one step, not two", async () => {
    const begun = wednesdayAt(10, 5);
    await startAppointment(owner(begun), { appointmentId });
    await completeAppointment(owner(begun), { appointmentId });
    await restoreAppointment(owner(begun), { appointmentId });
    expect(await stored()).toMatchObject({ status: "in_progress", completedAt: null });
    expect(await platformClient().customer.findUniqueOrThrow({ where: { id: ours.customer.id } })).toMatchObject({
      completedCount: 0,
    });
    await expect(restoreAppointment(owner(begun), { appointmentId })).rejects.toMatchObject({
      reason: "nothing_to_undo",
    });
  });

  it("brings a no-show's time back", async () => {
    await markNoShow(owner(wednesdayAt(10, 20)), { appointmentId });
    expect(await occupancies()).toEqual([]);
    await restoreAppointment(owner(wednesdayAt(10, 21)), { appointmentId });
    expect(await occupancies()).toHaveLength(1);
  });

  it("is offered on its page as long as it is possible", async () => {
    expect((await getAppointment(owner(), { appointmentId })).undo).toBeNull();
    await cancel();
    expect((await getAppointment(owner(minutesOn(3)), { appointmentId })).undo).toEqual({
      to: "confirmed",
      until: minutesOn(15),
    });
    expect((await getAppointment(owner(minutesOn(15)), { appointmentId })).undo).toBeNull();
  });
});

describe("refusals", () => {
  it("is for people who may take the step themselves", async () => {
    await cancel();
    await expect(restoreAppointment(agentOf(ours.company, newId()), { appointmentId })).rejects.toMatchObject({
      code: "FORBIDDEN",
      reason: "people_only",
    });
    const { companyId, owner: user } = ours.company;
    const actor = { kind: "user" as const, userId: user.userId, name: user.name };
    const permissions = new Set(["restore_appointments", "complete_appointments"]);
    const limited = companyContext({ companyId, actor, permissions, now: NOW });
    await expect(restoreAppointment(limited, { appointmentId })).rejects.toMatchObject({
      details: { permission: "cancel_appointments" },
    });
  });

  it("knows nothing of another company's, and nothing of an older state", async () => {
    await cancel();
    const theirs = ownerOf((await createBookableCompany()).company);
    await expect(restoreAppointment(theirs, { appointmentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(restoreAppointment(owner(), { appointmentId, version: 1 })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
      details: { version: 2, status: "cancelled", current: { id: appointmentId, status: "cancelled" } },
    });
  });
});

it("counts what comes back: a day that has become full stays within its limit", async () => {
  await cancel();
  await platformClient().service.update({ where: { id: ours.service.id }, data: { maxPerDay: 1 } });
  await bookAppointment(owner(), wishOf(ours, wednesdayAt(15)));
  await expect(restoreAppointment(owner(minutesOn(1)), { appointmentId })).rejects.toMatchObject({
    code: "APPOINTMENT_CONFLICT",
    reason: "daily_limit_reached",
  });
  expect(await occupancies()).toEqual([]);
  await platformClient().service.update({ where: { id: ours.service.id }, data: { maxPerDay: 2 } });
  await restoreAppointment(owner(minutesOn(2)), { appointmentId });
  expect(await occupancies()).toHaveLength(1);
});

it("brings a chain back with its rooms and whoever is needed beside", async () => {
  const { company } = ours;
  await createResource(company);
  await createStaff(company, { name: "Bea Beside" });
  await createStaff(company, { name: "Cem Chain" });
  const chain = await createComposite(
    company,
    [{ resourceType: "room" }, { isStaffFree: true, staffMode: "same" }, {}],
    {
      staffRequirements: [{ count: 1 }],
    },
  );
  const wish = { ...wishOf(ours, wednesdayAt(13)), serviceId: chain.id, staffId: null };
  appointmentId = (await bookAppointment(owner(), wish)).appointment.id;
  const all = async () => {
    const where = { where: { appointmentId } };
    const people = await platformClient().staffOccupancy.findMany({
      ...where,
      orderBy: [{ segment: "asc" }, { staffId: "asc" }],
    });
    const rooms = await platformClient().resourceOccupancy.findMany({ ...where, orderBy: { blockedFrom: "asc" } });
    return { people, rooms };
  };
  const before = await all();
  expect(before.rooms).toHaveLength(1);
  expect(before.people.length).toBeGreaterThanOrEqual(3);
  await cancel();
  expect(await all()).toEqual({ people: [], rooms: [] });
  await restoreAppointment(owner(minutesOn(1)), { appointmentId });
  expect(await all()).toEqual(before);
});
