import { expect, it } from "vitest";
import { getDashboard } from "@/server/analytics/queries/get-dashboard";
import { getRevenue } from "@/server/analytics/queries/get-revenue";
import { getToday } from "@/server/analytics/queries/get-today";
import { listActivity } from "@/server/analytics/queries/list-activity";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { HOUR, MINUTE } from "@/server/core/time";
import { NOW, ownerOf } from "@/tests/support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "@/tests/support/booking";
import { createBranch, createCustomer } from "@/tests/support/factories";

const before = (ms: number) => new Date(NOW.getTime() - ms);

type CallOverrides = Partial<Omit<Prisma.CallUncheckedCreateInput, "id" | "companyId">>;
async function ringUp({ company }: Pick<BookableCompany, "company">, overrides: CallOverrides = {}) {
  const row = {
    companyId: company.companyId,
    branchId: company.branchId,
    direction: "inbound",
    status: "ended",
  } as const;
  const defaults = { startedAt: before(2 * HOUR), durationSec: 60, outcome: "info" } as const;
  const id = newId();
  return platformClient().call.create({ data: { id, retellCallId: `call_${id}`, ...row, ...defaults, ...overrides } });
}

const ask = (ctx: CompanyContext, branchId?: string) => getDashboard(ctx, { period: "7d", branchId });

it("counts who called and who had an appointment within a day, by phone or otherwise", async () => {
  const here = await createBookableCompany();
  const { company, customer } = here;
  const booked = await ringUp(here, { customerId: customer.id, outcome: "booked" });
  const asks = { ...wishOf(here), source: "phone" as const, callId: booked.id };
  await bookAppointment(ownerOf(company, before(HOUR)), asks);
  const later = await createCustomer(company);
  await ringUp(here, { customerId: later.id, startedAt: before(3 * HOUR) });
  await bookAppointment(ownerOf(company, before(HOUR)), { ...wishOf(here, wednesdayAt(12)), customerId: later.id });
  await ringUp(here);
  await ringUp(here, { durationSec: 4, outcome: "abandoned" });
  await ringUp(here, { outcome: "spam" });
  await ringUp(here, { direction: "outbound" });

  const figures = await ask(ownerOf(company));
  expect(figures.calls).toEqual({ value: 5, previous: 0 });
  expect(figures.conversion.value).toBeCloseTo(2 / 3);
  expect(figures.phoneConversion.value).toBeCloseTo(1 / 3);
  expect(figures.channels).toEqual(
    expect.arrayContaining([
      { source: "phone", count: 1 },
      { source: "portal", count: 1 },
    ]),
  );
  expect(figures.series.at(-1)).toMatchObject({ key: "2026-12-01", calls: 5, appointments: 2 });
});

it("leaves out what was booked more than a day after the call", async () => {
  const here = await createBookableCompany();
  await ringUp(here, { customerId: here.customer.id, startedAt: before(25 * HOUR) });
  await bookAppointment(ownerOf(here.company, before(MINUTE)), wishOf(here));
  expect((await ask(ownerOf(here.company))).conversion.value).toBe(0);
});

it("puts a call shortly after midnight in Berlin on the day of Berlin", async () => {
  const here = await createBookableCompany();
  await ringUp(here, { startedAt: new Date("2026-11-28T23:30:00Z") });
  const { series } = await ask(ownerOf(here.company));
  expect(series.filter(({ calls }) => calls > 0).map(({ key }) => key)).toEqual(["2026-11-29"]);
});

it("compares with the week before, and with one branch only when asked", async () => {
  const here = await createBookableCompany();
  const other = await createBranch(here.company);
  await ringUp(here, { startedAt: before(8 * 24 * HOUR) });
  await ringUp(here, { branchId: other.id });
  expect((await ask(ownerOf(here.company))).calls).toEqual({ value: 1, previous: 1 });
  expect((await ask(ownerOf(here.company), other.id)).calls).toEqual({ value: 1, previous: 0 });
  expect((await ask(ownerOf(here.company), here.company.branchId)).calls).toEqual({ value: 0, previous: 1 });
});

it("adds up the price of what was booked", async () => {
  const here = await createBookableCompany();
  await bookAppointment(ownerOf(here.company, before(HOUR)), wishOf(here));
  const { bookedCents, currency } = await getRevenue(ownerOf(here.company), { period: "today" });
  expect(bookedCents).toEqual({ value: here.service.priceCents, previous: 0 });
  expect(currency).toBe("EUR");
});

it("shows what is next today and how far the day has come", async () => {
  const here = await createBookableCompany();
  await bookAppointment(ownerOf(here.company), wishOf(here, wednesdayAt(10)));
  await bookAppointment(ownerOf(here.company), wishOf(here, wednesdayAt(14)));
  const today = await getToday(ownerOf(here.company, wednesdayAt(12)), {});
  expect(today).toMatchObject({ date: "2026-12-02", total: 2, done: 0 });
  expect(today.upcoming.map(({ startsAt }) => startsAt)).toEqual([wednesdayAt(14)]);
});

it("tells what happened, the newest first, and a call that booked by what it booked", async () => {
  const here = await createBookableCompany();
  const { company, customer } = here;
  const call = await ringUp(here, { customerId: customer.id, outcome: "booked" });
  const made = await bookAppointment(ownerOf(company, before(HOUR)), {
    ...wishOf(here),
    source: "phone",
    callId: call.id,
  });
  await cancelAppointment(ownerOf(company, before(MINUTE)), {
    appointmentId: made.appointment.id,
    isConfirmed: true,
    notifyCustomer: false,
  });
  await ringUp(here, { startedAt: before(30 * MINUTE), outcome: "callback" });

  const feed = await listActivity(ownerOf(company), { limit: 20, withCalls: true });
  expect(feed.map(({ kind }) => kind)).toEqual(["cancelled", "call_ended", "booked"]);
  expect(feed.at(-1)).toMatchObject({ source: "phone", call: { id: call.id }, customer: { name: "Maria Schäfer" } });
  expect(await listActivity(ownerOf(company), { limit: 20, withCalls: false })).toHaveLength(2);
});

it("knows nothing of another company", async () => {
  const theirs = await createBookableCompany();
  await ringUp(theirs);
  await bookAppointment(ownerOf(theirs.company, before(HOUR)), wishOf(theirs));
  const ours = ownerOf((await createBookableCompany()).company);
  expect((await ask(ours)).calls.value).toBe(0);
  expect(await listActivity(ours, { limit: 20, withCalls: true })).toEqual([]);
});

it("shows a staff member only what is their own", async () => {
  const here = await createBookableCompany();
  await bookAppointment(ownerOf(here.company, before(HOUR)), wishOf(here));
  const owner = ownerOf(here.company);
  const own = { ...owner, restriction: { branchIds: [], staffId: here.staff.id } };
  const other = { ...owner, restriction: { branchIds: [], staffId: newId() } };
  expect(await listActivity(own, { limit: 20, withCalls: true })).toHaveLength(1);
  expect(await listActivity(other, { limit: 20, withCalls: true })).toEqual([]);
});
