import fc from "fast-check";
import { expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { toLocal } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createCustomer } from "../../support/factories";

const STEPS = ["rescheduled", "cancelled", "violation", "reassigned", "no_show", "completed", "called_off"] as const;
type Step = (typeof STEPS)[number];
interface Change {
  of: number;
  step: Step;
  /** Into the last evening of a month in Berlin, which is the next month an hour later. */
  minutes: number;
}
const change: fc.Arbitrary<Change> = fc.record({
  of: fc.nat(2),
  step: fc.constantFrom(...STEPS),
  minutes: fc.integer({ min: 0, max: 180 }),
});

const EVENING = new Date("2026-10-31T21:00:00Z").getTime();
const at = ({ minutes }: Change) => new Date(EVENING + minutes * 60_000);
const monthOf = (one: Change) => toLocal("Europe/Berlin", at(one).getTime()).date.slice(0, 7);

function count(changes: Change[]) {
  const of = (step: Step) => changes.filter((one) => one.step === step).length;
  return {
    modificationCount: changes.length - of("violation"),
    cancellationCount: of("cancelled"),
    rescheduleCount: of("rescheduled"),
    violationCount: of("violation"),
    noShowCount: of("no_show"),
  };
}

async function createThree(ours: BookableCompany) {
  const twin = { ...ours, customer: await createCustomer(ours.company) };
  const wishes = [wishOf(ours), wishOf(ours, wednesdayAt(12)), wishOf(twin, wednesdayAt(14))];
  const ids: { id: string; customerId: string }[] = [];
  for (const wish of wishes) {
    const { appointment } = await bookAppointment(ownerOf(ours.company), wish);
    ids.push({ id: appointment.id, customerId: wish.customerId });
  }
  return ids;
}

it("counts for each appointment, and for each customer and month, exactly what a recount would", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 14 }), async (changes) => {
      const ours = await createBookableCompany();
      const { companyId } = ours.company;
      const appointments = await createThree(ours);
      const rows = changes.map((one) => {
        const { id: appointmentId = "", customerId = "" } = appointments[one.of] ?? {};
        const isStatus = one.step === "no_show" || one.step === "completed";
        const isCalledOff = one.step === "called_off";
        const type = isStatus ? "status_changed" : isCalledOff ? "cancelled" : (one.step as "cancelled");
        const base = { id: newId(), companyId, appointmentId, customerId, actor: {}, occurredAt: at(one) };
        const newValues = isCalledOff ? { status: "cancelled", bySession: true } : isStatus && { status: one.step };
        return { ...base, type, ...(newValues && { newValues }) } as const;
      });
      await platformClient().appointmentModification.createMany({ data: rows });
      const stats = await platformClient().appointmentModificationStat.findMany({ where: { companyId } });
      for (const [index, { id }] of appointments.entries()) {
        const own = changes.filter(({ of }) => of === index);
        const stat = stats.find(({ appointmentId }) => appointmentId === id);
        if (own.length === 0) expect(stat).toBeUndefined();
        else expect(stat).toMatchObject({ month: null, ...count(own) });
      }
      const months = new Map<string, Change[]>();
      for (const one of changes) {
        const key = [appointments[one.of]?.customerId, monthOf(one)].join();
        months.set(key, [...(months.get(key) ?? []), one]);
      }
      const ofMonths = stats.filter(({ month }) => month !== null);
      expect(ofMonths).toHaveLength(months.size);
      for (const stat of ofMonths) {
        const key = [stat.customerId, stat.month?.toISOString().slice(0, 7)].join();
        expect(stat).toMatchObject({ appointmentId: null, ...count(months.get(key) ?? []) });
      }
    }),
    { numRuns: 25 },
  );
});

it.each([
  ["a step of the customer", {}],
  ["one of the business, which never was counted", { newValues: { status: "cancelled", bySession: true } }],
])("takes what was taken back out of the month in which it was counted: %s", async (_what, step) => {
  const ours = await createBookableCompany();
  const { companyId } = ours.company;
  const [{ id: appointmentId = "", customerId = "" } = {}] = await createThree(ours);
  const october = new Date(EVENING + 119 * 60_000);
  const base = { companyId, appointmentId, customerId, actor: {}, occurredAt: october };
  await platformClient().appointmentModification.createMany({
    data: [
      { ...base, ...step, id: newId(), type: "cancelled" },
      { ...base, id: newId(), type: "violation" },
      {
        ...base,
        id: newId(),
        type: "restored",
        oldValues: { status: "cancelled" },
        occurredAt: new Date(october.getTime() + 300_000),
      },
    ],
  });
  const stats = await platformClient().appointmentModificationStat.findMany({ where: { companyId } });
  expect(stats).toHaveLength(2);
  for (const stat of stats)
    expect(stat).toMatchObject({ modificationCount: 2, cancellationCount: 0, violationCount: 0 });
});
