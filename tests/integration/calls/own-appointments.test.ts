import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { at, coming, iso } from "../../support/coming-days";
import { createBranch, createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, createTelephoneCompany, ringing, sendRaw } from "../../support/telephone";

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

describe("who is calling", () => {
  it("is known by the number, with what the agent may say", async () => {
    const id = await book();
    const answer = await ask("check-customer", salon.call, {});
    expect(answer).toMatchObject({
      status: "ok",
      customer_found: true,
      customer_id: salon.anna.id,
      customer_name: "Anna Schneider",
      appointment_count: 1,
      last_appointment: null,
      next_appointment: { appointment_id: id, starts_at: iso(wednesday, 10), service_name: "Damenhaarschnitt" },
      no_show_count: 0,
      is_vip: false,
      preferred_staff: null,
      preferred_service: { service_id: salon.cut.id, name: "Damenhaarschnitt" },
      say: "Guten Tag, Anna Schneider! Was kann ich für Sie tun?",
    });
    expect(await platformClient().call.findFirstOrThrow({ where: ours() })).toMatchObject({
      customerId: salon.anna.id,
      identityLevel: 1,
    });
  });

  it("is nobody when another number is only named", async () => {
    for (const from_number of ["anonymous", "+493023125010"]) {
      const answer = await ask("check-customer", ringing(salon.company, { from_number }), {
        phone_number: salon.number,
      });
      expect(answer).toMatchObject({ status: "ok", customer_found: false, customer_id: null, next_appointment: null });
    }
  });

  it("is asked for the name where several share a number", async () => {
    const bert = await createCustomer(salon.company, { firstName: "Bert", lastName: "Schneider", phone: salon.number });
    expect(await ask("check-customer", salon.call, {})).toMatchObject({ status: "needs_input", customer_found: false });
    expect(await ask("check-customer", salon.call, { name: "Bert" })).toMatchObject({
      customer_found: true,
      customer_id: bert.id,
    });
    expect(await ask("check-customer", salon.call, {})).toMatchObject({ customer_id: bert.id });
  });

  it("is never a customer of another company with the same number", async () => {
    const theirs = await createTelephoneCompany();
    const answer = await ask("check-customer", ringing(theirs, { from_number: salon.number }), {
      customer_id: salon.anna.id,
    });
    expect(answer).toMatchObject({ customer_found: false });
    expect(await platformClient().call.count({ where: ours() })).toBe(0);
  });
});

describe("one's own appointments", () => {
  it("are the next one, for whom the number tells", async () => {
    const id = await book();
    await book(at(thursday, 10));
    const answer = await ask("find-appointments", salon.call, {});
    expect(answer).toMatchObject({
      status: "ok",
      appointments: [
        {
          appointment_id: id,
          starts_at: iso(wednesday, 10),
          service_name: "Damenhaarschnitt",
          staff_name: "Julia Berg",
          status: "confirmed",
        },
      ],
      further_count: 1,
    });
    expect(answer.say).toMatch(/^Ihr nächster Termin ist am Mittwoch, den/);
  });

  it("are all of them once it is proved", async () => {
    await trusting();
    await book();
    await book(at(thursday, 10));
    expect((await ask("find-appointments", salon.call, {})).appointments).toHaveLength(2);
  });

  it("are none", async () => {
    expect(await ask("find-appointments", salon.call, {})).toMatchObject({
      status: "ok",
      appointments: [],
      say: expect.stringContaining("keinen kommenden Termin"),
    });
  });

  it("are nobody's business without a known number", async () => {
    await book();
    const answer = await ask("find-appointments", ringing(salon.company, { from_number: "anonymous" }), {});
    expect(answer).toMatchObject({ status: "not_allowed", appointments: [], next_function: "request-callback" });
  });
});

it("are told by the clock of where they are, not of where somebody rings", async () => {
  await trusting();
  const { company, cut, julia, anna, call } = salon;
  const { companyId } = company;
  const lisbon = await createBranch({ ...company, timezone: "Europe/Lisbon" }, { name: "Lissabon" });
  const there = { companyId, branchId: lisbon.id };
  await platformClient().branchService.create({ data: { id: newId(), ...there, serviceId: cut.id } });
  await platformClient().staffBranch.create({ data: { id: newId(), ...there, staffId: julia.id } });
  const book = (hour: number) =>
    bookAppointment(ownerOf(company, new Date()), {
      ...{ customerId: anna.id, branchId: lisbon.id, serviceId: cut.id, staffId: julia.id, source: "portal" },
      startsAt: at(wednesday, hour),
    });
  await book(12);
  expect((await ask("find-appointments", call, {})).say).toContain("um 11 Uhr");
  const ringing = { from_number: call.from_number, to_number: company.toNumber, agent_id: company.retellAgentId };
  const greeted = await sendRaw(JSON.stringify({ event: "call_inbound", call_inbound: ringing }));
  const { call_inbound } = (await greeted.json()) as { call_inbound: { dynamic_variables: Record<string, string> } };
  expect(call_inbound.dynamic_variables.next_appointment).toContain("um 11 Uhr");
  await book(15);
  expect((await ask("cancel-appointment", call, {})).say).toMatch(
    /am Mittwoch, den .* um 11 Uhr oder Damenhaarschnitt am .*um 14 Uhr\?$/,
  );
  const [first, second] = (await ask("find-appointments", call, {})).appointments;
  const moved = { appointment_id: first.appointment_id, starts_at: iso(wednesday, 13) };
  expect((await ask("reschedule-appointment", call, moved)).say).toContain("um 12 Uhr");
  const cancelled = await ask("cancel-appointment", call, { appointment_id: second.appointment_id });
  expect(cancelled.say).toContain("um 14 Uhr ist abgesagt");
});
