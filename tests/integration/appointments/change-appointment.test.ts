import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { confirmAppointment, markNoShow } from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { agentOf, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";

let ours: BookableCompany;
let appointmentId: string;

beforeEach(async () => {
  ours = await createBookableCompany();
  appointmentId = (await bookAppointment(ownerOf(ours.company), wishOf(ours))).appointment.id;
});

const owner = (now?: Date) => ownerOf(ours.company, now);
const occupancies = () => platformClient().staffOccupancy.findMany({ where: { appointmentId } });
const history = async () =>
  (
    await platformClient().appointmentModification.findMany({
      where: { appointmentId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    })
  ).map(({ type }) => type);

describe("moving an appointment", () => {
  const moveTo = (newStartsAt: Date, more: object = {}) => ({
    appointmentId,
    newStartsAt,
    isConfirmed: false,
    ...more,
  });

  it("frees the old time and takes the new one", async () => {
    const { appointment, previousStartsAt } = await rescheduleAppointment(owner(), moveTo(wednesdayAt(14)));
    expect(previousStartsAt).toEqual(wednesdayAt(10));
    expect(appointment).toMatchObject({ startsAt: wednesdayAt(14), endsAt: wednesdayAt(14, 30), version: 2 });
    expect(await occupancies()).toMatchObject([{ blockedFrom: wednesdayAt(14), blockedUntil: wednesdayAt(14, 30) }]);
    expect(await history()).toEqual(["created", "rescheduled"]);
  });

  it("may overlap its own old time", async () => {
    const { appointment } = await rescheduleAppointment(owner(), moveTo(wednesdayAt(10, 15)));
    expect(appointment.startsAt).toEqual(wednesdayAt(10, 15));
  });

  it("lets people choose a time between the slots, callers not", async () => {
    const between = moveTo(wednesdayAt(14, 5), { isConfirmed: true });
    const caller = agentOf(ours.company, newId());
    await expect(rescheduleAppointment(caller, between)).rejects.toMatchObject({ reason: "off_grid" });
    await expect(rescheduleAppointment(owner(), between)).resolves.toMatchObject({
      appointment: { startsAt: wednesdayAt(14, 5) },
    });
  });

  it("leaves everything as it was when the new time is taken", async () => {
    await bookAppointment(owner(), wishOf(ours, wednesdayAt(14)));
    await expect(rescheduleAppointment(owner(), moveTo(wednesdayAt(14)))).rejects.toMatchObject({
      code: "APPOINTMENT_CONFLICT",
    });
    expect(await occupancies()).toMatchObject([{ blockedFrom: wednesdayAt(10) }]);
    expect(await history()).toEqual(["created"]);
  });

  it("refuses an edit of an older state", async () => {
    await rescheduleAppointment(owner(), moveTo(wednesdayAt(14)));
    await expect(rescheduleAppointment(owner(), moveTo(wednesdayAt(15), { version: 1 }))).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
      details: { version: 2 },
    });
  });

  it("lets one of two movers win, whoever comes second learns of it", async () => {
    const results = await Promise.allSettled([
      rescheduleAppointment(owner(), moveTo(wednesdayAt(14), { version: 1 })),
      rescheduleAppointment(owner(), moveTo(wednesdayAt(15), { version: 1 })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await occupancies()).toHaveLength(1);
  });

  it("asks a caller for a yes when it is late, and moves after it", async () => {
    const late = agentOf(ours.company, newId(), wednesdayAt(1));
    await expect(rescheduleAppointment(late, moveTo(wednesdayAt(16)))).rejects.toMatchObject({
      code: "POLICY_BLOCKED",
      reason: "short_notice",
      details: { policy: { needsConfirmation: true } },
    });
    const { policy } = await rescheduleAppointment(late, moveTo(wednesdayAt(16), { isConfirmed: true }));
    expect(policy).toMatchObject({ isAllowed: true, isViolation: true });
    expect(await history()).toEqual(["created", "rescheduled", "violation"]);
  });
});

describe("cancelling an appointment", () => {
  const cancel = (ctx = owner()) => cancelAppointment(ctx, { appointmentId, isConfirmed: false, notifyCustomer: true });

  it("frees the time in the same transaction", async () => {
    await cancel();
    expect(await occupancies()).toHaveLength(0);
    await expect(bookAppointment(owner(), wishOf(ours))).resolves.toBeDefined();
  });

  it("is refused the second time", async () => {
    await cancel();
    await expect(cancel()).rejects.toMatchObject({ code: "INVALID_TRANSITION", reason: "is_cancelled" });
  });

  it("charges the stated fee for a late one, and counts it", async () => {
    const { companyId } = ours.company;
    const config = { minHoursNotice: 48, feePercent: 50, violationAction: "charge_fee" };
    await platformClient().policyConfiguration.create({
      data: {
        id: newId(),
        companyId,
        configurableType: "company",
        configurableId: companyId,
        policyType: "cancellation",
        config,
      },
    });
    const caller = agentOf(ours.company, newId());
    await expect(cancel(caller)).rejects.toMatchObject({
      details: { policy: { feeCents: 1450, needsConfirmation: true } },
    });
    const { policy } = await cancelAppointment(caller, { appointmentId, isConfirmed: true, notifyCustomer: true });
    expect(policy).toMatchObject({ isAllowed: true, feeCents: 1450, reason: "short_notice" });
    const [stat] = await platformClient().appointmentModificationStat.findMany({ where: { companyId } });
    expect(stat).toMatchObject({ cancellationCount: 1, violationCount: 1 });
  });
});

describe("the status machine", () => {
  it("knows no no-show before the start, and frees the time after it", async () => {
    await expect(markNoShow(owner(), { appointmentId })).rejects.toMatchObject({ reason: "not_started_yet" });
    await markNoShow(owner(wednesdayAt(11)), { appointmentId });
    expect(await occupancies()).toHaveLength(0);
    expect(await platformClient().customer.findUniqueOrThrow({ where: { id: ours.customer.id } })).toMatchObject({
      noShowCount: 1,
    });
  });

  it("does not confirm what is confirmed", async () => {
    await expect(confirmAppointment(owner(), { appointmentId })).rejects.toMatchObject({ code: "INVALID_TRANSITION" });
  });
});

it("shows and changes nothing of another company", async () => {
  const theirs = ownerOf((await createBookableCompany()).company);
  await expect(getAppointment(theirs, { appointmentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const move = { appointmentId, newStartsAt: wednesdayAt(12), isConfirmed: true };
  await expect(rescheduleAppointment(theirs, move)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const cancel = { appointmentId, isConfirmed: true, notifyCustomer: false };
  await expect(cancelAppointment(theirs, cancel)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await getAppointment(owner(), { appointmentId })).toMatchObject({ status: "confirmed", version: 1 });
});
