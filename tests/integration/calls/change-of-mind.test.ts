import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming, iso } from "../../support/coming-days";
import { createStaff } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask } from "../../support/telephone";

let salon: SalonLine;
const [tuesday, wednesday] = [coming(2), coming(3)];
/** The number alone is enough: for tests of what comes after. */
beforeEach(async () => {
  salon = await createSalonLine();
  await platformClient().company.update({ where: ours(), data: { settings: { verification: "none" } } });
  await createStaff(salon.company, { name: "Sofia Kern", serviceIds: [salon.massage.id] });
});

const ours = () => ({ id: salon.company.companyId });
const active = () =>
  platformClient().appointment.findMany({
    where: { companyId: salon.company.companyId, status: "confirmed" },
    include: { customer: true, staff: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

const massage = { service: "Massage", starts_at: iso(wednesday, 10), staff: "Julia" };
const book = (args: object = {}) => ask("book-appointment", salon.call, { ...massage, ...args });
const move = (id: string, day: string) =>
  ask("reschedule-appointment", salon.call, { appointment_id: id, starts_at: iso(day, 10) });

describe("a second person of the same call", () => {
  it("gets an own appointment at the same time with somebody else", async () => {
    const first = await book({ customer_name: "Max Huber" });
    const second = await book({ customer_name: "Lena Huber", staff: "Sofia" });
    expect(second).toMatchObject({ status: "ok", staff_name: "Sofia Kern" });
    expect(second.appointment_id).not.toBe(first.appointment_id);
    expect((await active()).map(({ customer, staff }) => [customer.firstName, staff.name])).toEqual([
      ["Max", "Julia Berg"],
      ["Lena", "Sofia Kern"],
    ]);
  });

  it("is not told of the first one's time as theirs", async () => {
    const asked = { service: "Massage", date: wednesday, time: "10:00", staff: "Julia" };
    const { slot } = await ask("check-availability", salon.call, asked);
    const take = (customer_name: string) =>
      ask("book-appointment", salon.call, { slot_id: slot.slot_id, customer_name });
    expect(await take("Max Huber")).toMatchObject({ status: "ok" });
    expect(await take("Lena Huber")).toMatchObject({ status: "conflict" });
    expect(await active()).toHaveLength(1);
  });
});

describe("a caller who thinks again", () => {
  it("changes without a proof what this call has booked and names, and nothing else", async () => {
    const before = await book({ starts_at: iso(coming(4), 10) });
    await platformClient().company.update({ where: ours(), data: { settings: { verification: "code" } } });
    const later = { ...salon, call: { ...salon.call, call_id: `${salon.call.call_id}2` } };
    const asked = (name: string, args: Record<string, unknown>) => ask(name, later.call, args);
    const { appointment_id } = await asked("book-appointment", massage);
    const moved = await asked("reschedule-appointment", { appointment_id, starts_at: iso(tuesday, 10) });
    expect(moved).toMatchObject({ status: "ok", starts_at: iso(tuesday, 10) });
    for (const args of [{}, { appointment_id: before.appointment_id }])
      expect((await asked("cancel-appointment", args)).status).not.toBe("ok");
    expect(await active()).toHaveLength(2);
    expect(await asked("cancel-appointment", { appointment_id })).toMatchObject({ status: "ok" });
    expect((await active()).map(({ id }) => id)).toEqual([before.appointment_id]);
  });

  it("books once what is asked in parallel", async () => {
    const answers = await Promise.all([book(), book(), book({ customer_name: "Anna Schneider" })]);
    expect(new Set(answers.map(({ appointment_id }) => appointment_id)).size).toBe(1);
    expect(await active()).toHaveLength(1);
  });

  it("books anew what was cancelled", async () => {
    const first = await book();
    await ask("cancel-appointment", salon.call, { appointment_id: first.appointment_id });
    expect(await active()).toEqual([]);
    const again = await book();
    expect(again).toMatchObject({ status: "ok", starts_at: massage.starts_at });
    expect((await active()).map(({ id }) => id)).toEqual([again.appointment_id]);
  });

  it("books anew the time that an appointment was moved away from", async () => {
    const first = await book();
    expect(await move(first.appointment_id, tuesday)).toMatchObject({ status: "ok" });
    const again = await book();
    expect(again).toMatchObject({ status: "ok", starts_at: massage.starts_at });
    expect(again.appointment_id).not.toBe(first.appointment_id);
    expect(await active()).toHaveLength(2);
  });

  it("moves to the first day after all", async () => {
    const { appointment_id } = await book({ starts_at: iso(coming(4), 10) });
    for (const day of [tuesday, wednesday, tuesday, tuesday]) {
      expect(await move(appointment_id, day)).toMatchObject({ status: "ok", starts_at: iso(day, 10) });
      expect((await active())[0]?.startsAt).toEqual(new Date(iso(day, 10)));
    }
    expect((await active())[0]?.moveCount).toBe(3);
  });
});
