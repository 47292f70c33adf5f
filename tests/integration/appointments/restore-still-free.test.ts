import { beforeEach, expect, it } from "vitest";
import { moveSession } from "@/server/appointments/classes/commands/move-session";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { markNoShow } from "@/server/appointments/commands/change-status";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { archiveStaff } from "@/server/staff/commands/archive-staff";
import { NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createService } from "../../support/factories";
import { createSession } from "../../support/scheduling";

const platform = platformClient();
let ours: BookableCompany;
let appointmentId: string;

beforeEach(async () => {
  ours = await createBookableCompany();
  appointmentId = (await bookAppointment(owner(), wishOf(ours))).appointment.id;
});

const owner = (now = NOW) => ownerOf(ours.company, now);
const cancel = () => cancelAppointment(owner(), { appointmentId, isConfirmed: true, notifyCustomer: false });
const restore = (ctx: CompanyContext = owner()) => restoreAppointment(ctx, { appointmentId });
const taken = { code: "APPOINTMENT_CONFLICT", reason: "taken_meanwhile" };
const statusOf = async () => (await platform.appointment.findUniqueOrThrow({ where: { id: appointmentId } })).status;

async function beBusyElsewhere() {
  const { company, staff } = ours;
  const times = { startsAt: wednesdayAt(10), endsAt: wednesdayAt(11) };
  const from = { companyId: company.companyId, source: "calcom" as const, externalId: "x" };
  return platform.busyTime.create({ data: { id: newId(), staffId: staff.id, ...from, ...times } });
}

it("brings nothing back to a time that another calendar has taken, and does once it is free there", async () => {
  await cancel();
  const { id } = await beBusyElsewhere();
  await expect(restore()).rejects.toMatchObject(taken);
  expect(await statusOf()).toBe("cancelled");
  await platform.busyTime.delete({ where: { id } });
  await expect(restore()).resolves.toMatchObject({ status: "confirmed" });
});

it("asks the same of a no-show that is taken back", async () => {
  await markNoShow(owner(wednesdayAt(10, 20)), { appointmentId });
  await beBusyElsewhere();
  await expect(restore(owner(wednesdayAt(10, 21)))).rejects.toMatchObject(taken);
  expect(await statusOf()).toBe("no_show");
});

it("brings nothing back to somebody who has left", async () => {
  await cancel();
  await archiveStaff(owner(), { staffId: ours.staff.id });
  await expect(restore()).rejects.toMatchObject(taken);
  expect(await platform.staffOccupancy.count({ where: { appointmentId } })).toBe(0);
});

it("brings a place back into its class, not into one that was moved meanwhile", async () => {
  const { company, staff } = ours;
  const yoga = await createService(company, { name: "Yoga", durationMinutes: 60, capacity: 12, priceCents: 1500 });
  const [startsAt, endsAt] = [wednesdayAt(13), wednesdayAt(14)];
  const session = { serviceId: yoga.id, staffId: staff.id, capacity: 5, startsAt, endsAt };
  const { id: classSessionId } = await createSession(company, session);
  const wish = { ...wishOf(ours, startsAt), serviceId: yoga.id, staffId: null, classSessionId, partySize: 2 };
  appointmentId = (await bookAppointment(owner(), wish)).appointment.id;
  const places = async () =>
    (await platform.classSession.findUniqueOrThrow({ where: { id: classSessionId } })).placesTaken;
  await cancel();
  await restore();
  expect(await places()).toBe(2);
  await cancel();
  await moveSession(owner(), { classSessionId, newStartsAt: wednesdayAt(15), isConfirmed: true });
  await expect(restore()).rejects.toMatchObject(taken);
  expect(await statusOf()).toBe("cancelled");
  expect(await places()).toBe(0);
});
