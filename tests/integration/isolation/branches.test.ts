import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../support/booking";
import { createBranch, createUser } from "../../support/factories";
import { contextOf } from "../../support/signed-in";

let salon: BookableCompany;
let appointmentId: string;
const notificationId = newId();

beforeAll(async () => {
  salon = await createBookableCompany();
  const { company } = salon;
  appointmentId = (await bookAppointment(ownerOf(company), wishOf(salon))).appointment.id;
  const message = { channel: "sms", eventType: "appointment.confirmed", recipient: "+493023125888" } as const;
  const failed = { status: "failed", scheduledFor: new Date(), dedupeKey: notificationId } as const;
  const { companyId } = company;
  await platformClient().notificationQueue.create({
    data: { id: notificationId, companyId, appointmentId, ...message, ...failed },
  });
});

async function callerOf(user: Parameters<typeof createUser>[1]) {
  const { id } = await createUser(salon.company, user);
  return appRouter.createCaller(await contextOf({ userId: id }));
}

const otherBranch = async () => (await createBranch(salon.company, { name: "Stadtpark" })).id;
const notFound = { code: "NOT_FOUND" };

describe.each(["manager", "receptionist"] as const)("a %s of another branch", (role) => {
  it("books nothing here and sees no free times", async () => {
    const caller = await callerOf({ role, branchIds: [await otherBranch()] });
    const [from, until] = [Date.now() + DAY, Date.now() + 7 * DAY].map((at) => new Date(at).toISOString()) as [
      string,
      string,
    ];
    const wish = { branchId: salon.company.branchId, serviceId: salon.service.id };
    await expect(caller.availability.findFreeSlots({ ...wish, from, until })).rejects.toMatchObject(notFound);
    const booking = { ...wish, customerId: salon.customer.id, startsAt: from };
    await expect(caller.appointments.book(booking)).rejects.toMatchObject({ ...notFound, message: "branch_not_found" });
  });

  it("changes no appointment here", async () => {
    const caller = await callerOf({ role, branchIds: [await otherBranch()] });
    await expect(caller.appointments.cancel({ appointmentId, isConfirmed: true })).rejects.toMatchObject(notFound);
    await expect(caller.appointments.complete({ appointmentId })).rejects.toMatchObject(notFound);
  });

  it("reads and repeats no message about one", async () => {
    const caller = await callerOf({ role, branchIds: [await otherBranch()] });
    expect((await caller.notifications.list({})).items).toEqual([]);
    expect(await caller.notifications.count({})).toEqual({ waiting: 0, failed: 0, sentLastWeek: 0 });
    await expect(caller.notifications.get({ notificationId })).rejects.toMatchObject(notFound);
    await expect(caller.notifications.retry({ notificationId })).rejects.toMatchObject(notFound);
  });
});

it("shows staff the messages about their own appointments", async () => {
  const own = await callerOf({ role: "staff", staffId: salon.staff.id });
  expect((await own.notifications.list({})).items).toMatchObject([{ id: notificationId }]);
  const nobody = await callerOf({ role: "staff" });
  expect((await nobody.notifications.list({})).items).toEqual([]);
});
