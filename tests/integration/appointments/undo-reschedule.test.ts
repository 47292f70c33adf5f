import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { undoReschedule } from "@/server/appointments/commands/undo-reschedule";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY, MINUTE } from "@/server/core/time";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { agentOf, NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";
import { createComposite, createResource } from "../../support/scheduling";

const platform = platformClient();
let ours: BookableCompany;
let appointmentId: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  appointmentId = (await bookAppointment(owner(), wishOf(ours))).appointment.id;
});

const owner = (now = NOW) => ownerOf(ours.company, now);
const later = (minutes: number) => owner(new Date(NOW.getTime() + minutes * MINUTE));
const move = (newStartsAt = wednesdayAt(14), more: object = {}, ctx: CompanyContext = owner()) =>
  rescheduleAppointment(ctx, { appointmentId, newStartsAt, isConfirmed: true, ...more });
const undo = (ctx: CompanyContext = later(1), more: object = {}) => undoReschedule(ctx, { appointmentId, ...more });

/** All that says where an appointment stands, and what it takes there. */
async function place() {
  const where = { where: { appointmentId } };
  const row = await platform.appointment.findUniqueOrThrow({ where: { id: appointmentId } });
  const { startsAt, endsAt, blockedFrom, blockedUntil, staffId, bookingType, parts, moveCount } = row;
  const segments = await platform.appointmentSegment.findMany({ ...where, orderBy: { position: "asc" } });
  const staff = await platform.staffOccupancy.findMany({ ...where, orderBy: { segment: "asc" } });
  const rooms = await platform.resourceOccupancy.findMany({ ...where, orderBy: { blockedFrom: "asc" } });
  return {
    startsAt,
    endsAt,
    blockedFrom,
    blockedUntil,
    staffId,
    bookingType,
    parts,
    moveCount,
    segments,
    staff,
    rooms,
  };
}
const statsOf = () => platform.appointmentModificationStat.findFirstOrThrow({ where: { appointmentId } });

describe("a move that was a slip of the hand", () => {
  it("is taken back to exactly what was, and history, log and event tell it", async () => {
    const before = await place();
    await move();
    const view = await undo();
    expect(view).toMatchObject({ startsAt: wednesdayAt(10), version: 3 });
    expect(await place()).toEqual(before);
    const history = await platform.appointmentModification.findMany({ where: { appointmentId, type: "restored" } });
    const [from, to] = [wednesdayAt(14).toISOString(), wednesdayAt(10).toISOString()];
    expect(history).toMatchObject([{ oldValues: { startsAt: from }, newValues: { startsAt: to } }]);
    const { companyId } = ours.company;
    const log = await platform.activityLog.findMany({ where: { companyId, action: "restore_appointments" } });
    expect(log).toMatchObject([
      { subjectId: appointmentId, oldValues: { startsAt: from }, newValues: { startsAt: to } },
    ]);
    const news = await platform.outboxEvent.findMany({ where: { companyId, name: "appointment/rescheduled" } });
    expect(news.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ from, to, notifyCustomer: false }),
    );
  });

  it("costs nothing, breaks no rule and counts for nothing", async () => {
    const charge = { violationAction: "charge_fee" as const, minHoursNotice: 480 };
    await editPolicy(owner(), { policyType: "cancellation", config: { feePercent: 50 } });
    await editPolicy(owner(), { policyType: "reschedule", config: charge });
    await move();
    expect(await platform.customerFee.count({ where: { appointmentId, status: "open" } })).toBe(1);
    expect(await statsOf()).toMatchObject({ rescheduleCount: 1, violationCount: 1 });
    await undo();
    expect(await platform.customerFee.findMany({ where: { appointmentId } })).toMatchObject([
      { status: "waived", decisionReason: "step_taken_back" },
    ]);
    expect(await statsOf()).toMatchObject({ rescheduleCount: 0, violationCount: 0 });
    expect(await place()).toMatchObject({ moveCount: 0 });
  });

  it("leaves an earlier move as it was, and what it cost", async () => {
    const charge = { violationAction: "charge_fee" as const, minHoursNotice: 480 };
    await editPolicy(owner(), { policyType: "cancellation", config: { feePercent: 50 } });
    await editPolicy(owner(), { policyType: "reschedule", config: charge });
    await move(wednesdayAt(12));
    await move(wednesdayAt(15), {}, later(1));
    await undo(later(2));
    expect(await place()).toMatchObject({ startsAt: wednesdayAt(12), moveCount: 1 });
    const fees = await platform.customerFee.findMany({
      where: { appointmentId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    expect(fees.map(({ status }) => status)).toEqual(["open", "waived"]);
    await expect(undo(later(3))).rejects.toMatchObject({ reason: "nothing_to_undo" });
  });

  it("also when it went to somebody else, or got longer", async () => {
    const other = await createStaff(ours.company);
    const before = await place();
    await move(wednesdayAt(10), { staffId: other.id });
    await undo();
    expect(await place()).toEqual(before);
    await move(wednesdayAt(10), { durationMinutes: 90 }, later(2));
    await undo(later(3));
    expect(await place()).toEqual(before);
  });

  it("brings a chain back with its rooms", async () => {
    await createResource(ours.company);
    const colour = await createComposite(ours.company, [{ resourceType: "room" }, { isStaffFree: true }, {}]);
    await createStaff(ours.company);
    const wish = { ...wishOf(ours, wednesdayAt(11)), serviceId: colour.id, staffId: null };
    appointmentId = (await bookAppointment(owner(), wish)).appointment.id;
    const before = await place();
    expect(before.segments.length).toBe(3);
    expect(before.rooms.length).toBeGreaterThan(0);
    await move(wednesdayAt(15));
    await undo();
    expect(await place()).toEqual(before);
  });
});

describe("refusals", () => {
  const refused = (code: string, reason: string) => ({ code, reason });

  it("names that somebody else has the time now, and changes nothing", async () => {
    await move();
    await bookAppointment(owner(), wishOf(ours));
    const moved = await place();
    await expect(undo()).rejects.toMatchObject(refused("APPOINTMENT_CONFLICT", "taken_meanwhile"));
    expect(await place()).toEqual(moved);
  });

  it("sees what another calendar has put there, and that the day is full by now", async () => {
    await move();
    const { companyId } = ours.company;
    const [startsAt, endsAt] = [wednesdayAt(10), wednesdayAt(11)];
    const busy = {
      id: newId(),
      companyId,
      staffId: ours.staff.id,
      source: "calcom" as const,
      externalId: "x",
      startsAt,
      endsAt,
    };
    await platform.busyTime.create({ data: busy });
    await expect(undo()).rejects.toMatchObject({ reason: "taken_meanwhile" });
    await platform.busyTime.delete({ where: { id: busy.id } });

    await move(new Date(wednesdayAt(10).getTime() + DAY), {}, later(1));
    await move(new Date(wednesdayAt(10).getTime() + 2 * DAY), {}, later(2));
    await platform.service.update({ where: { id: ours.service.id }, data: { maxPerDay: 1 } });
    await bookAppointment(owner(), wishOf(ours, new Date(wednesdayAt(15).getTime() + DAY)));
    await expect(undo(later(3))).rejects.toMatchObject({ reason: "daily_limit_reached" });
  });

  it("is for the person who made the move, for a quarter of an hour", async () => {
    await move();
    const other = { ...later(1), actor: { kind: "user" as const, userId: newId(), name: "Kim" } };
    await expect(undo(other)).rejects.toMatchObject(refused("FORBIDDEN", "own_moves_only"));
    await expect(undo(agentOf(ours.company, newId()))).rejects.toMatchObject(refused("FORBIDDEN", "people_only"));
    await expect(undo(later(15))).rejects.toMatchObject(refused("INVALID_TRANSITION", "undo_too_late"));
    await expect(undo(later(14))).resolves.toBeDefined();
  });

  it("finds nothing to take back before a move, after a cancellation, or twice", async () => {
    await expect(undo()).rejects.toMatchObject({ reason: "nothing_to_undo" });
    await move();
    await expect(undo(later(1), { version: 1 })).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
    const twice = await Promise.allSettled([undo(later(1), { version: 2 }), undo(later(1), { version: 2 })]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await move(wednesdayAt(14), {}, later(2));
    await cancelAppointment(later(3), { appointmentId, isConfirmed: true, notifyCustomer: false });
    await expect(undo(later(4))).rejects.toMatchObject({ reason: "nothing_to_undo" });
  });

  it("knows no other company's appointments", async () => {
    await move();
    const theirs = (await createBookableCompany()).company;
    await expect(undo(ownerOf(theirs))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
