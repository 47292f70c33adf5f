import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { explainSlot } from "@/server/availability/chains/queries/explain-slot";
import { listClosedStarts } from "@/server/availability/chains/queries/list-closed-starts";
import { platformClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createTenantWithCompany } from "../../support/factories";
import { createNeed, createResource } from "../../support/scheduling";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const owner = () => ownerOf(ours.company);
const subject = () => ({ branchId: ours.company.branchId, serviceId: ours.service.id });
const why = (startsAt: Date, ctx = owner()) => explainSlot(ctx, { ...subject(), startsAt });
const closed = (wish = {}) => listClosedStarts(owner(), { ...subject(), date: "2026-12-02", ...wish });
const away = (owned: Pick<Prisma.ScheduleExceptionUncheckedCreateInput, "ownerType" | "staffId" | "branchId">) =>
  platformClient().scheduleException.create({
    data: {
      ...{ id: newId(), companyId: ours.company.companyId, kind: "vacation", ...owned },
      ...{ startsAt: wednesdayAt(8), endsAt: wednesdayAt(15) },
    },
  });

describe("whose rule a closed time is", () => {
  it("names who is taken, and until when", async () => {
    await bookAppointment(owner(), wishOf(ours));
    expect(await why(wednesdayAt(10, 15))).toMatchObject({
      reason: "fully_booked",
      origins: [{ kind: "staff", id: ours.staff.id, name: ours.staff.name, rule: "taken", until: wednesdayAt(10, 30) }],
    });
  });

  it("names who is away, and why only for whoever may see it", async () => {
    await away({ ownerType: "staff", staffId: ours.staff.id });
    const origin = { kind: "staff", id: ours.staff.id, rule: "absence", until: wednesdayAt(15) };
    expect((await why(wednesdayAt(10))).origins).toMatchObject([{ ...origin, exceptionKind: "vacation" }]);
    const reader = { ...owner(), permissions: new Set(["view_appointments"] as const) };
    expect((await why(wednesdayAt(10), reader)).origins).toMatchObject([{ ...origin, exceptionKind: null }]);
  });

  it("tells somebody's hours of the day", async () => {
    expect(await why(wednesdayAt(17, 45))).toMatchObject({
      origins: [{ kind: "staff", rule: "hours", hours: [{ start: "09:00", end: "18:00" }] }],
    });
  });

  it("names the room that is taken", async () => {
    const room = await createResource(ours.company, { name: "Kabine 2" });
    await createNeed(ours.company, { serviceId: ours.service.id, resourceId: room.id, quantity: 1 });
    await platformClient().scheduleException.create({
      data: {
        ...{ id: newId(), companyId: ours.company.companyId, kind: "blocked", ownerType: "resource" },
        ...{ resourceId: room.id, startsAt: wednesdayAt(8), endsAt: wednesdayAt(15) },
      },
    });
    expect(await why(wednesdayAt(10))).toMatchObject({
      reason: "resource_taken",
      origins: [{ kind: "resource", id: room.id, name: "Kabine 2", rule: "absence", until: wednesdayAt(15) }],
    });
  });

  it("names the holiday", async () => {
    const { companyId, branchId } = ours.company;
    const day = { date: new Date("2026-12-02"), key: "own", name: "Betriebsausflug" };
    const { id } = await platformClient().holiday.create({ data: { id: newId(), companyId, branchId, ...day } });
    expect(await why(wednesdayAt(10))).toMatchObject({
      reason: "holiday",
      origins: [{ kind: "holiday", id, name: "Betriebsausflug" }],
    });
  });

  it("says where notice comes from: a policy, the service, or the company", async () => {
    const db = platformClient();
    const { companyId } = ours.company;
    const originOf = async () => (await why(wednesdayAt(10))).origins;
    await db.company.update({ where: { id: companyId }, data: { settings: { minNoticeMinutes: 5 * 24 * 60 } } });
    expect(await originOf()).toMatchObject([{ kind: "company", rule: "booking_terms" }]);
    await db.service.update({ where: { id: ours.service.id }, data: { minNoticeMinutes: 4 * 24 * 60 } });
    expect(await originOf()).toMatchObject([{ kind: "service", id: ours.service.id, rule: "booking_terms" }]);
    const rule = { configurableType: "company", configurableId: companyId, policyType: "booking" } as const;
    const config = { minNoticeMinutes: 3 * 24 * 60 };
    await db.policyConfiguration.create({ data: { id: newId(), companyId, ...rule, config } });
    expect(await originOf()).toMatchObject([{ kind: "company", id: companyId, rule: "booking_policy" }]);
  });
});

describe("the closed starts of a day", () => {
  it("are those of the opened hours that nobody can have", async () => {
    const before = (await closed()).starts;
    expect(before).toEqual([wednesdayAt(17, 45)]);
    await bookAppointment(owner(), wishOf(ours));
    expect((await closed()).starts).toEqual([
      ...[wednesdayAt(9, 45), wednesdayAt(10), wednesdayAt(10, 15)],
      wednesdayAt(17, 45),
    ]);
  });

  it("are all of them on a day that is closed by way of exception", async () => {
    await away({ ownerType: "branch", branchId: ours.company.branchId });
    const { starts } = await closed();
    expect(starts[0]).toEqual(wednesdayAt(9));
    expect(starts).toContainEqual(wednesdayAt(14, 45));
    expect(starts).not.toContainEqual(wednesdayAt(15));
  });

  it("of another company are not told", async () => {
    const theirs = ownerOf(await createTenantWithCompany());
    await expect(listClosedStarts(theirs, { ...subject(), date: "2026-12-02" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
