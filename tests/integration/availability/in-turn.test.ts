import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { platformClient } from "@/server/core/db";
import { HOUR } from "@/server/core/time";
import { NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";

let ours: BookableCompany;
let turn: string[];
beforeEach(async () => {
  ours = await createBookableCompany();
  turn = [ours.staff.id];
  for (const name of ["Zoe", "Bea"]) turn.push((await createStaff(ours.company, { name })).id);
  const where = { id: ours.company.companyId };
  await platformClient().company.update({ where, data: { settings: { assignment: "round_robin" } } });
});

/** An appointment at `hour` with somebody, made so many hours from now. */
async function book(hour: number, { after = 0, staffId = null as string | null } = {}) {
  const ctx = ownerOf(ours.company, new Date(NOW.getTime() + after * HOUR));
  const { appointment } = await bookAppointment(ctx, { ...wishOf(ours, wednesdayAt(hour)), staffId });
  return appointment;
}

it("gives the next appointment to whoever had the last one longest ago", async () => {
  const [first = "", second = "", third = ""] = turn;
  await book(10, { staffId: second });
  await book(10, { staffId: first, after: 1 });
  await book(10, { staffId: third, after: 2 });
  const given: string[] = [];
  for (const after of [3, 4, 5, 6]) given.push((await book(9 + after, { after })).staff.id);
  expect(given).toEqual([second, first, third, second]);
});

it("does not count what was cancelled", async () => {
  const [first = "", second = "", third = ""] = turn;
  await book(10, { staffId: first });
  await book(10, { staffId: second, after: 1 });
  const off = await book(10, { staffId: third, after: 2 });
  await book(12, { staffId: third, after: -1 });
  await cancelAppointment(ownerOf(ours.company), { appointmentId: off.id, isConfirmed: true, notifyCustomer: false });
  expect((await book(14, { after: 3 })).staff.id).toBe(third);
});
