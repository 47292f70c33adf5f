import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { at, coming, iso } from "../../support/coming-days";
import { createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });
const verify = (verification: string) =>
  platformClient().company.update({ where: { id: salon.company.companyId }, data: { settings: { verification } } });

async function annasAppointment(): Promise<string> {
  const { company, cut, julia, anna } = salon;
  const wish = { customerId: anna.id, branchId: company.branchId, serviceId: cut.id, staffId: julia.id };
  const booking = { ...wish, startsAt: at(wednesday, 10), source: "portal" as const };
  return (await bookAppointment(ownerOf(company, new Date()), booking)).appointment.id;
}

describe("somebody else at a known number", () => {
  it("is told nothing of whom it belongs to, neither at once nor later in the call", async () => {
    await verify("none");
    const id = await annasAppointment();
    const answers = [
      await ask("check-customer", salon.call, { name: "Peter Schulz" }),
      await ask("find-appointments", salon.call, {}),
      await ask("cancel-appointment", salon.call, { appointment_id: id }),
      await ask("check-customer", salon.call, {}),
    ];
    expect(answers[0]).toMatchObject({ status: "ok", customer_found: false, next_appointment: null });
    for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(/Anna|Schneider|Damenhaarschnitt/);
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(salon.anna.id);
    expect(await platformClient().appointment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "confirmed",
    });
    expect(await ask("check-customer", salon.call, { name: "Anna Schneider" })).toMatchObject({ customer_found: true });
  });

  it("is another of the family, also when the call is linked already", async () => {
    const bert = await createCustomer(salon.company, { firstName: "Bert", lastName: "Kowalski", phone: salon.number });
    await ask("check-customer", salon.call, { name: "Anna Schneider" });
    expect(await ask("check-customer", salon.call, { name: "Bert Kowalski" })).toMatchObject({ customer_id: bert.id });
    expect(await platformClient().call.findFirst({ where: ours() })).toMatchObject({ identityLevel: 1 });
  });

  it("does not find out who shares it by trying names", async () => {
    await createCustomer(salon.company, { firstName: "Bert", lastName: "Kowalski", phone: salon.number });
    for (const name of ["Uwe Eins", "Ida Zwo", "Otto Drei", "Ulla Vier", "Emil Acht"])
      expect(await ask("check-customer", salon.call, { name })).toMatchObject({ customer_found: false });
    expect(await ask("check-customer", salon.call, { name: "Bert Kowalski" })).toMatchObject({ customer_found: false });
  });
});

describe("whoever shares a number", () => {
  const share = () => createCustomer(salon.company, { firstName: "Bert", lastName: "Kowalski", phone: salon.number });
  const call = () => platformClient().call.findFirst({ where: ours() });

  it("is asked for the name, and with it reaches their own, without a function in between", async () => {
    await verify("none");
    const id = await annasAppointment();
    await share();
    for (const name of ["find-appointments", "cancel-appointment", "send-code", "verify-code"])
      expect(await ask(name, salon.call, { appointment_id: id }), name).toMatchObject({
        ...{ status: "needs_input", missing: ["name"], say: expect.stringMatching(/Wie ist Ihr Name\?$/) },
      });
    const berts = { appointment_id: id, name: "Bert Kowalski" };
    expect(await ask("cancel-appointment", salon.call, berts)).toMatchObject({ reason: "no_appointment" });
    const again = ringing(salon.company, { from_number: salon.number });
    expect(await ask("find-appointments", again, { name: "Anna Schneider" })).toMatchObject({
      appointments: [{ appointment_id: id }],
    });
    const moved = { appointment_id: id, starts_at: iso(wednesday, 15), customer_name: "Anna Schneider" };
    expect(await ask("reschedule-appointment", again, moved)).toMatchObject({ status: "ok" });
  });

  it("proves no more with a name than with the number", async () => {
    await verify("birthdate");
    const id = await annasAppointment();
    await share();
    const said = { appointment_id: id, name: "Anna Schneider" };
    expect(await ask("cancel-appointment", salon.call, said)).toMatchObject({
      needs: ["birthdate"],
      identity_level: 1,
    });
    expect(await call()).toMatchObject({ customerId: salon.anna.id, identityLevel: 1 });
    expect(await ask("cancel-appointment", salon.call, { ...said, birthdate: "1985-03-14" })).toMatchObject({
      status: "ok",
    });
  });

  it("tries five names in a call, whichever function hears them, and learns nothing from them", async () => {
    await share();
    for (const name of ["Uwe Eins", "Ida Zwo", "Otto Drei", "Ulla Vier", "Emil Acht"])
      await ask("find-appointments", salon.call, { name });
    const refused = { status: "not_allowed", next_function: "request-callback" };
    expect(await ask("find-appointments", salon.call, { name: "Anna Schneider" })).toMatchObject(refused);
    expect(await ask("check-customer", salon.call, { name: "Anna Schneider" })).toMatchObject({
      customer_found: false,
    });
    expect(await call()).toMatchObject({ customerId: null, nameMisses: 6 });
  });
});

describe("a hidden number", () => {
  it("hears, moves and cancels what its call has booked, and nothing else", async () => {
    const annas = await annasAppointment();
    const call = ringing(salon.company, { from_number: "anonymous" });
    const person = { customer_name: "Eva Stern", customer_phone: "030 23125030" };
    const booked = await ask("book-appointment", call, {
      service: "Massage",
      starts_at: iso(wednesday, 13),
      ...person,
    });
    const { appointment_id } = booked;
    expect(await ask("find-appointments", call, {})).toMatchObject({
      status: "ok",
      appointments: [{ appointment_id }],
    });
    expect(await ask("reschedule-appointment", call, { appointment_id, starts_at: iso(wednesday, 15) })).toMatchObject({
      status: "ok",
    });
    expect(await ask("cancel-appointment", call, { appointment_id: annas })).toMatchObject({ status: "needs_input" });
    expect(await ask("cancel-appointment", call, { appointment_id })).toMatchObject({ status: "ok" });
    expect(await ask("cancel-appointment", call, { appointment_id: annas })).toMatchObject({ status: "not_allowed" });
    const other = ringing(salon.company, { from_number: "anonymous" });
    expect(await ask("find-appointments", other, {})).toMatchObject({ status: "not_allowed" });
  });
});

describe("an appointment for somebody else", () => {
  const wish = { service: "Massage", starts_at: iso(wednesday, 13), customer_name: "Helga Mutter" };
  const helga = () =>
    platformClient().customer.findFirst({
      where: { ...ours(), lastName: "Mutter" },
      include: { customerPhones: true },
    });

  it("keeps the number that is said for them", async () => {
    const args = { ...wish, customer_phone: "030 23125077" };
    expect(await ask("book-appointment", salon.call, args)).toMatchObject({ status: "ok" });
    expect(await helga()).toMatchObject({ customerPhones: [{ e164: "+493023125077" }] });
  });

  it("asks again for a number that is not complete, and takes the caller's where none is said", async () => {
    expect(await ask("book-appointment", salon.call, { ...wish, customer_phone: "0302" })).toMatchObject({
      status: "needs_input",
      missing: ["customer_phone"],
    });
    expect(await ask("book-appointment", salon.call, { ...wish, customer_phone: "dieselbe" })).toMatchObject({
      status: "ok",
    });
    expect(await helga()).toMatchObject({ customerPhones: [{ e164: salon.number }] });
  });
});

describe("what proves who is calling", () => {
  const tries = async () => (await platformClient().call.findFirstOrThrow({ where: ours() })).verificationTries;

  it("is no wrong try while it is not understood", async () => {
    await verify("birthdate");
    for (const birthdate of ["Moment bitte", "das weiß ich nicht"])
      expect(await ask("verify-code", salon.call, { birthdate })).toMatchObject({ status: "needs_input" });
    expect(await tries()).toBe(0);
    await verify("code");
    await ask("send-code", salon.call, {});
    expect(await ask("verify-code", salon.call, { code: "Moment, ich schaue nach" })).toMatchObject({
      needs: ["code"],
    });
    expect(await tries()).toBe(0);
  });

  it("is a date of birth in words", async () => {
    await verify("birthdate");
    const birthdate = "vierzehnter März neunzehnhundertfünfundachtzig";
    expect(await ask("verify-code", salon.call, { birthdate })).toMatchObject({ status: "ok", identity_level: 2 });
  });
});
