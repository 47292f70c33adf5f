import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { at, coming, iso } from "../../support/coming-days";
import { createBranch, createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine, setPolicy } from "../../support/salon-line";
import { ask } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
const thursday = coming(4);
beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });

async function book(startsAt = at(wednesday, 10), customerId = salon.anna.id): Promise<string> {
  const { company, cut, julia } = salon;
  const wish = { customerId, branchId: company.branchId, serviceId: cut.id, staffId: julia.id, startsAt };
  const { appointment } = await bookAppointment(ownerOf(company, new Date()), { ...wish, source: "portal" });
  return appointment.id;
}

/** The number alone is enough: for tests of what comes after. */
const trusting = () =>
  platformClient().company.update({
    where: { id: salon.company.companyId },
    data: { settings: { verification: "none" } },
  });

describe("moving", () => {
  beforeEach(trusting);

  it("takes an offered slot; what it is stays", async () => {
    const id = await book();
    const check = await ask("check-availability", salon.call, {
      service: "Damenhaarschnitt",
      date: thursday,
      time: "11:00",
    });
    const answer = await ask("reschedule-appointment", salon.call, { appointment_id: id, slot_id: check.slot.slot_id });
    expect(answer).toMatchObject({
      status: "ok",
      appointment_id: id,
      starts_at: iso(thursday, 11),
      policy: { allowed: true },
      needs_confirmation: false,
    });
    expect(answer.say).toMatch(/^Ihr Termin ist verschoben: Damenhaarschnitt bei Julia Berg, Donnerstag/);
    expect(await platformClient().appointment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      startsAt: at(thursday, 11),
      moveCount: 1,
    });
    expect(await platformClient().slotHold.count({ where: ours() })).toBe(0);
    expect(
      await ask("reschedule-appointment", salon.call, { appointment_id: id, slot_id: check.slot.slot_id }),
    ).toEqual(answer);
  });

  it("takes an exact time", async () => {
    const id = await book();
    expect(
      await ask("reschedule-appointment", salon.call, { appointment_id: id, starts_at: iso(wednesday, 10, 15) }),
    ).toMatchObject({ status: "ok", starts_at: iso(wednesday, 10, 15) });
  });

  it("offers others when the time is taken", async () => {
    const id = await book();
    const other = await createCustomer(salon.company, { phone: null });
    await book(at(thursday, 11), other.id);
    const answer = await ask("reschedule-appointment", salon.call, {
      appointment_id: id,
      starts_at: iso(thursday, 11),
    });
    expect(answer).toMatchObject({ status: "conflict", success: false });
    expect(answer.next_available_slots).toHaveLength(3);
    const [next] = answer.next_available_slots;
    expect(
      await ask("reschedule-appointment", salon.call, { appointment_id: id, slot_id: next.slot_id }),
    ).toMatchObject({ status: "ok", starts_at: next.starts_at });
  });

  it.each([
    ["warn", "needs_input", true],
    ["block", "not_allowed", false],
  ])("keeps to a policy that would %s", async (violationAction, status, needs_confirmation) => {
    await setPolicy(salon, "reschedule", { minHoursNotice: 24 * 365, violationAction });
    const id = await book();
    const answer = await ask("reschedule-appointment", salon.call, {
      appointment_id: id,
      starts_at: iso(thursday, 11),
    });
    expect(answer).toMatchObject({
      status,
      needs_confirmation,
      policy: { allowed: false, violation: true, reason: "short_notice" },
    });
    expect(await platformClient().appointment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      startsAt: at(wednesday, 10),
    });
  });

  it("hears no yes before the warning, nor one to another time", async () => {
    await setPolicy(salon, "reschedule", { minHoursNotice: 24 * 365, violationAction: "warn" });
    const appointment_id = await book();
    const yes = (hour: number) =>
      ask("reschedule-appointment", salon.call, { appointment_id, starts_at: iso(thursday, hour), confirm: true });
    const warning = { status: "needs_input", needs_confirmation: true };
    expect(await yes(11)).toMatchObject(warning);
    expect(await yes(14)).toMatchObject(warning);
    expect(await yes(11)).toMatchObject({ status: "ok", starts_at: iso(thursday, 11) });
  });

  it("takes no offer of another branch", async () => {
    const north = await createBranch(salon.company, { name: "Nord" });
    const { companyId } = ours();
    const keys = { id: newId(), companyId, staffId: salon.julia.id, branchId: north.id };
    await platformClient().staffBranch.create({ data: keys });
    const id = await book();
    const wish = { service: "Damenhaarschnitt", date: thursday, time: "11:00", branch: "Nord" };
    const { slot } = await ask("check-availability", salon.call, wish);
    expect(slot).toMatchObject({ branch_id: north.id });
    const move = { appointment_id: id, slot_id: slot.slot_id };
    expect(await ask("reschedule-appointment", salon.call, move)).toMatchObject({
      status: "needs_input",
      reason: "other_branch",
      say: expect.stringContaining("Filiale Nord"),
      next_function: "check-availability",
    });
    expect(await platformClient().appointment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      startsAt: at(wednesday, 10),
    });
  });

  it("moves what is not offered on the telephone any more", async () => {
    const id = await book();
    await platformClient().service.update({ where: { id: salon.cut.id }, data: { isPhoneBookable: false } });
    const args = { appointment_id: id, starts_at: iso(wednesday, 14) };
    expect(await ask("reschedule-appointment", salon.call, args)).toMatchObject({ status: "ok" });
  });

  it("asks when", async () => {
    const id = await book();
    expect(await ask("reschedule-appointment", salon.call, { appointment_id: id })).toMatchObject({
      status: "needs_input",
      missing: ["date", "time"],
    });
  });

  it("needs the code as well", async () => {
    await platformClient().company.update({ where: { id: salon.company.companyId }, data: { settings: {} } });
    const id = await book();
    expect(
      await ask("reschedule-appointment", salon.call, { appointment_id: id, starts_at: iso(thursday, 11) }),
    ).toMatchObject({ status: "needs_input", needs: ["code"] });
  });
});
