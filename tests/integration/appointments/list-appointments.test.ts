import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { countAppointments } from "@/server/appointments/queries/count-appointments";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import { listAppointments } from "@/server/appointments/queries/list-appointments";
import { findAppointmentRow, listAppointmentRows } from "@/server/appointments/repository/read";
import type { CompanyContext } from "@/server/core/context";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createCustomer, createService } from "../../support/factories";

let ours: BookableCompany;

beforeEach(async () => {
  ours = await createBookableCompany();
  for (const hour of [10, 11, 14]) await bookAppointment(owner(), wishOf(ours, wednesdayAt(hour)));
});

const owner = () => ownerOf(ours.company);
const page = { order: "asc", limit: 25 } as const;

it("counts what a list with the same filters shows", async () => {
  const { items } = await listAppointments(owner(), { ...page, from: wednesdayAt(11), until: wednesdayAt(14) });
  expect(items.map(({ startsAt }) => startsAt)).toEqual([wednesdayAt(11)]);
  expect(await countAppointments(owner(), { from: wednesdayAt(11), until: wednesdayAt(14) })).toEqual({ count: 1 });
  expect(await countAppointments(owner(), {})).toEqual({ count: 3 });
});

it("leaves out of a figure what was cancelled", async () => {
  const [first] = (await listAppointments(owner(), page)).items;
  const appointmentId = first?.id ?? "";
  await cancelAppointment(owner(), { appointmentId, isConfirmed: true, notifyCustomer: false });
  expect(await countAppointments(owner(), { status: ["pending", "confirmed"] })).toEqual({ count: 2 });
});

it("counts nothing of another company", async () => {
  const theirs = await createBookableCompany();
  expect(await countAppointments(ownerOf(theirs.company), {})).toEqual({ count: 0 });
});

it("finds appointments by the customer's number in any notation, and shows it readable beside the note", async () => {
  const customer = await createCustomer(ours.company, { phone: "+4917155501239" });
  const wish = { ...wishOf(ours, wednesdayAt(15)), customerId: customer.id, notes: "Kommt mit Hund" };
  await bookAppointment(owner(), wish);
  const { items } = await listAppointments(owner(), { ...page, search: "0171 / 5550 1239" });
  expect(items).toMatchObject([{ notes: "Kommt mit Hund", customer: { phone: "+4917155501239" } }]);
  expect(items[0]?.customer.phoneText).toBe("0171 55501239");
  expect(await countAppointments(owner(), { search: "0171 / 5550 1239" })).toEqual({ count: 1 });
});

it("shows one as the list does: those that are nobody else's, in branches that the reader sees", async () => {
  const customer = await createCustomer(ours.company, { phone: "+4917155501239" });
  const followedBy = [{ serviceId: (await createService(ours.company, { name: "Pflege" })).id }];
  await bookAppointment(owner(), { ...wishOf(ours, wednesdayAt(15)), customerId: customer.id, followedBy });
  const rowsFor = (ctx: CompanyContext) =>
    transact(ctx, async (tx) => {
      const rows = await listAppointmentRows(tx, { ...page, where: {}, after: null });
      return { rows, single: await Promise.all(rows.map(({ id }) => findAppointmentRow(tx, id))) };
    });
  const { rows, single } = await rowsFor(owner());
  expect(rows).toHaveLength(4);
  expect(single).toEqual(rows);
  const [{ id, branch, staff } = expect.fail("no row")] = rows;
  for (const [restriction, isSeen] of [
    [{ branchIds: [branch.id] }, true],
    [{ branchIds: [newId()] }, false],
    [{ branchIds: [], staffId: staff.id }, true],
    [{ branchIds: [], staffId: newId() }, false],
  ] as const) {
    const ctx = { ...owner(), restriction: { ...restriction, branchIds: [...restriction.branchIds] } };
    expect((await transact(ctx, (tx) => findAppointmentRow(tx, id))) !== null).toBe(isSeen);
  }
  expect(
    await transact(ownerOf((await createBookableCompany()).company), (tx) => findAppointmentRow(tx, id)),
  ).toBeNull();
});

it("tells how one stands just as its details do, and what was done to it last", async () => {
  const [first] = (await listAppointments(owner(), page)).items;
  const appointmentId = first?.id ?? "";
  const both = async () => {
    const details = await getAppointment(owner(), { appointmentId });
    const state = await getAppointmentState(owner(), { appointmentId });
    const { lastChange, ...rest } = state;
    expect(details).toMatchObject(rest);
    const [last] = details.modifications;
    expect(lastChange).toEqual(last && { occurredAt: last.occurredAt, actor: last.actor });
    return state;
  };
  const before = await both();
  await rescheduleAppointment(owner(), { appointmentId, newStartsAt: wednesdayAt(16), isConfirmed: true });
  const after = await both();
  expect(after.version).toBeGreaterThan(before.version);
  const theirs = ownerOf((await createBookableCompany()).company);
  await expect(getAppointmentState(theirs, { appointmentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
