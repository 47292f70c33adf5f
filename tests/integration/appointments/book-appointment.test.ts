import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { findFreeSlots } from "@/server/availability/queries/find-free-slots";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import type { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { agentOf, NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createBranch, createCustomer, createStaff } from "../../support/factories";

let ours: BookableCompany;

beforeEach(async () => {
  ours = await createBookableCompany();
});

const rows = () => platformClient().appointment.findMany({ where: { companyId: ours.company.companyId } });

describe("booking a free slot", () => {
  it("writes appointment, occupancy, history, audit entry and event together", async () => {
    const { appointment, isRepeat } = await bookAppointment(ownerOf(ours.company), wishOf(ours));
    const where = { companyId: ours.company.companyId };
    expect(isRepeat).toBe(false);
    expect(appointment).toMatchObject({
      status: "confirmed",
      priceCents: 2900,
      startsAt: wednesdayAt(10),
      endsAt: wednesdayAt(10, 30),
    });
    expect(await platformClient().staffOccupancy.findMany({ where })).toMatchObject([
      {
        appointmentId: appointment.id,
        staffId: ours.staff.id,
        blockedFrom: wednesdayAt(10),
        blockedUntil: wednesdayAt(10, 30),
      },
    ]);
    expect(await platformClient().appointmentModification.findMany({ where })).toMatchObject([{ type: "created" }]);
    expect(await platformClient().activityLog.findMany({ where })).toMatchObject([
      { action: "create_appointments", sequence: 1n },
    ]);
    expect(await platformClient().outboxEvent.findMany({ where })).toMatchObject([
      { name: "appointment/booked", payload: { appointmentId: appointment.id, companyId: ours.company.companyId } },
    ]);
    expect(await platformClient().customer.findUniqueOrThrow({ where: { id: ours.customer.id } })).toMatchObject({
      appointmentCount: 1,
    });
  });

  it("chooses somebody who is free when anybody will do", async () => {
    const other = await createStaff(ours.company, { name: "Zweite Kraft" });
    await bookAppointment(ownerOf(ours.company), wishOf(ours));
    const { appointment } = await bookAppointment(ownerOf(ours.company), { ...wishOf(ours), staffId: null });
    expect(appointment.staff.id).toBe(other.id);
  });

  it("no longer offers the time", async () => {
    await bookAppointment(ownerOf(ours.company), wishOf(ours));
    const { slots } = await findFreeSlots(ownerOf(ours.company), {
      branchId: ours.company.branchId,
      serviceId: ours.service.id,
      from: wednesdayAt(9),
      until: wednesdayAt(11),
    });
    expect(slots.map((slot) => slot.startsAt)).toEqual([
      wednesdayAt(9),
      wednesdayAt(9, 15),
      wednesdayAt(9, 30),
      wednesdayAt(10, 30),
      wednesdayAt(10, 45),
    ]);
  });
});

describe("refusals", () => {
  it("answers a taken slot with the nearest alternatives", async () => {
    await bookAppointment(ownerOf(ours.company), wishOf(ours));
    await expect(bookAppointment(ownerOf(ours.company), wishOf(ours))).rejects.toMatchObject({
      code: "APPOINTMENT_CONFLICT",
      reason: "fully_booked",
      details: {
        requested_time: "2026-12-02T10:00:00+01:00",
        alternatives: [{ starts_at: "2026-12-02T09:30:00+01:00" }, {}, {}],
      },
    });
    expect(await rows()).toHaveLength(1);
  });

  it("names the appointment that is in the way to whoever may see it, and to nobody else", async () => {
    const { appointment } = await bookAppointment(ownerOf(ours.company), wishOf(ours));
    const named = async (ctx: CompanyContext) => {
      const refusal = await bookAppointment(ctx, wishOf(ours)).catch((error) => error);
      expect(refusal.code).toBe("APPOINTMENT_CONFLICT");
      return refusal.details.conflicting_appointment_id ?? null;
    };
    const owner = ownerOf(ours.company);
    expect(await named(owner)).toBe(appointment.id);
    expect(await named(agentOf(ours.company, newId()))).toBeNull();
    expect(await named({ ...owner, permissions: new Set(["create_appointments"]) })).toBeNull();
    const elsewhere = await createBranch(ours.company);
    await platformClient().appointment.update({ where: { id: appointment.id }, data: { branchId: elsewhere.id } });
    const ofOneBranch = { ...owner, restriction: { branchIds: [ours.company.branchId] } };
    expect(await named(ofOneBranch)).toBeNull();
  });

  it("names a time in the past", async () => {
    const wish = wishOf(ours, new Date("2026-11-30T10:00:00Z"));
    await expect(bookAppointment(ownerOf(ours.company), wish)).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      reason: "in_the_past",
    });
  });

  it("names a closed day", async () => {
    const sunday = wishOf(ours, new Date("2026-12-06T09:00:00Z"));
    await expect(bookAppointment(ownerOf(ours.company), sunday)).rejects.toMatchObject({
      code: "APPOINTMENT_CONFLICT",
      reason: "closed",
    });
  });

  it("does not know another company's customer, service, branch or person", async () => {
    const theirs = await createBookableCompany();
    const foreign = [
      { customerId: theirs.customer.id },
      { serviceId: theirs.service.id },
      { branchId: theirs.company.branchId },
      { staffId: theirs.staff.id },
    ];
    for (const field of foreign) {
      await expect(bookAppointment(ownerOf(ours.company), { ...wishOf(ours), ...field })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    expect(await rows()).toHaveLength(0);
  });

  it("stops a caller who fills the calendar, not the business itself", async () => {
    const at = (index: number) => new Date(wednesdayAt(9).getTime() + index * 30 * 60_000);
    const byAgent = (index: number) =>
      bookAppointment(agentOf(ours.company, newId()), { ...wishOf(ours, at(index)), source: "phone" });
    for (let index = 0; index < 5; index++) await byAgent(index);
    await expect(byAgent(5)).rejects.toMatchObject({ code: "POLICY_BLOCKED", reason: "too_many_bookings" });
    await expect(bookAppointment(ownerOf(ours.company), wishOf(ours, at(5)))).resolves.toBeDefined();
  });

  it("counts as the hour's bookings nothing that was taken over in it", async () => {
    const at = (index: number) => new Date(wednesdayAt(9).getTime() + index * 30 * 60_000);
    const byAgent = (index: number) =>
      bookAppointment(agentOf(ours.company, newId()), { ...wishOf(ours, at(index)), source: "phone" });
    for (let index = 0; index < 5; index++) await byAgent(index);
    const { companyId } = ours.company;
    for (const source of ["import", "calcom"] as const) {
      await platformClient().appointment.updateMany({ where: { companyId }, data: { source } });
      await byAgent(source === "import" ? 5 : 6);
    }
  });

  it("stops them at the fifth booking exactly, also when all come at once", async () => {
    const at = (index: number) => new Date(wednesdayAt(9).getTime() + index * 30 * 60_000);
    const tries = Array.from({ length: 9 }, (_, index) =>
      bookAppointment(agentOf(ours.company, newId()), { ...wishOf(ours, at(index)), source: "phone" }).then(
        () => "booked",
        (error: AppError) => error.reason,
      ),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === "booked")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === "too_many_bookings")).toHaveLength(4);
    expect(await rows()).toHaveLength(5);
  });

  it("lets them wait twice as long each further time, up to a day, and forgives one a day", async () => {
    const seconds = async (now: Date) => {
      const call = agentOf(ours.company, newId(), now);
      const refused = bookAppointment(call, { ...wishOf(ours, wednesdayAt(17)), source: "phone" });
      return refused.then(
        () => 0,
        ({ code, details }: AppError) => [code, details?.retryAfterSeconds],
      );
    };
    const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);
    const fill = async (from: Date) => {
      const { companyId } = ours.company;
      await platformClient().appointment.updateMany({ where: { companyId }, data: { createdAt: from } });
    };
    for (let index = 0; index < 5; index++) {
      const startsAt = new Date(wednesdayAt(9).getTime() + index * 30 * 60_000);
      await bookAppointment(agentOf(ours.company, newId()), { ...wishOf(ours, startsAt), source: "phone" });
    }
    let now = NOW;
    for (const wait of [15, 30, 60, 120, 240, 480, 960, 1440, 1440]) {
      await fill(now);
      expect(await seconds(now)).toEqual(["POLICY_BLOCKED", wait * 60]);
      expect(await seconds(minutes(now, 5))).toEqual(["RATE_LIMITED", (wait - 5) * 60]);
      now = minutes(now, wait);
    }
    now = minutes(now, 8 * 24 * 60);
    await fill(now);
    expect(await seconds(now)).toEqual(["POLICY_BLOCKED", 30 * 60]);
  });
});

describe("repeats and races", () => {
  it("answers a repeat with the first appointment, also in parallel", async () => {
    const wish = { ...wishOf(ours), idempotencyKey: "call-1:book:slot" };
    const answers = await Promise.all([1, 2, 3].map(() => bookAppointment(ownerOf(ours.company), wish)));
    expect(new Set(answers.map(({ appointment }) => appointment.id)).size).toBe(1);
    expect(answers.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  it("sells a slot once to 100 callers at the same moment, and answers all", async () => {
    const customers = await Promise.all(
      Array.from({ length: 100 }, () => createCustomer(ours.company, { phone: null })),
    );
    const results = await Promise.allSettled(
      customers.map((customer) => bookAppointment(ownerOf(ours.company), { ...wishOf(ours), customerId: customer.id })),
    );
    const refused = results.filter((result) => result.status === "rejected");
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(new Set(refused.map(({ reason }) => reason.code))).toEqual(new Set(["APPOINTMENT_CONFLICT"]));
    expect(await rows()).toHaveLength(1);
  });
});
