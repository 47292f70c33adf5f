import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { verificationCodePlace } from "@/server/calls/rules/verification-code";
import { decrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { at, coming, iso } from "../../support/coming-days";
import { createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine, setPolicy } from "../../support/salon-line";
import { ask, type Call, createTelephoneCompany, ringing } from "../../support/telephone";

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

const statusOf = async (id: string) => (await platformClient().appointment.findUniqueOrThrow({ where: { id } })).status;

async function codeOfSms(): Promise<string> {
  const event = await platformClient().outboxEvent.findFirstOrThrow({
    where: { ...ours(), name: "call/verification.requested" },
    orderBy: { createdAt: "desc" },
  });
  const { codeEncrypted, customerId } = event.payload as { codeEncrypted: string; customerId: string };
  return decrypt(codeEncrypted, verificationCodePlace(customerId));
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
    expect(answer.say).toMatch(/^Ihr nächster Termin ist Mittwoch/);
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

describe("cancelling", () => {
  it("needs the code that was sent to the number, and then happens once", async () => {
    const id = await book();
    const first = await ask("cancel-appointment", salon.call, { appointment_id: id });
    expect(first).toMatchObject({ status: "needs_input", needs: ["code"], identity_level: 1 });
    expect(await statusOf(id)).toBe("confirmed");
    const code = await codeOfSms();
    expect(code).toMatch(/^\d{6}$/);
    const wrong = await ask("cancel-appointment", salon.call, {
      appointment_id: id,
      code: code === "000000" ? "111111" : "000000",
    });
    expect(wrong).toMatchObject({
      status: "needs_input",
      needs: ["code"],
      say: expect.stringContaining("stimmt leider nicht"),
    });
    const done = await ask("cancel-appointment", salon.call, {
      appointment_id: id,
      code: [...code].join(" "),
      reason: "Krank",
    });
    expect(done).toMatchObject({
      status: "ok",
      success: true,
      policy: { allowed: true, violation: false, fee_cents: 0 },
      needs_confirmation: false,
    });
    expect(await statusOf(id)).toBe("cancelled");
    expect(
      await ask("cancel-appointment", salon.call, { appointment_id: id, code: [...code].join(" "), reason: "Krank" }),
    ).toEqual(done);
    expect(await platformClient().appointmentModification.count({ where: { ...ours(), type: "cancelled" } })).toBe(1);
    const row = await platformClient().call.findFirstOrThrow({ where: ours() });
    expect(row).toMatchObject({ identityLevel: 2, verificationCodeHash: null });
  });

  it("sends no second code within a minute, and keeps none in clear", async () => {
    const id = await book();
    await ask("cancel-appointment", salon.call, { appointment_id: id });
    const again = await ask("cancel-appointment", salon.call, { appointment_id: id });
    expect(again).toMatchObject({
      status: "needs_input",
      needs: ["code"],
      say: "Bitte nennen Sie mir den Code aus der SMS.",
    });
    const where = { ...ours(), name: "call/verification.requested" };
    const events = await platformClient().outboxEvent.findMany({ where });
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events[0]?.payload)).not.toContain(await codeOfSms());
  });

  it("ends after five wrong codes", async () => {
    const id = await book();
    await ask("cancel-appointment", salon.call, { appointment_id: id });
    const code = await codeOfSms();
    const wrong = code === "123456" ? "654321" : "123456";
    const answers = [];
    for (let i = 0; i < 5; i++)
      answers.push(await ask("cancel-appointment", salon.call, { appointment_id: id, code: wrong }));
    expect(answers.map(({ status }) => status)).toEqual([
      "needs_input",
      "needs_input",
      "needs_input",
      "needs_input",
      "not_allowed",
    ]);
    expect(await ask("cancel-appointment", salon.call, { appointment_id: id, code })).toMatchObject({
      status: "not_allowed",
    });
    expect(await statusOf(id)).toBe("confirmed");
  });

  it("refuses a code that is older than ten minutes, and sends another", async () => {
    const id = await book();
    await ask("cancel-appointment", salon.call, { appointment_id: id });
    const code = await codeOfSms();
    await platformClient().call.updateMany({
      where: ours(),
      data: { verificationSentAt: new Date(Date.now() - 601_000) },
    });
    expect(await ask("cancel-appointment", salon.call, { appointment_id: id, code })).toMatchObject({
      status: "needs_input",
      needs: ["code"],
    });
    expect(await statusOf(id)).toBe("confirmed");
    expect(await ask("cancel-appointment", salon.call, { appointment_id: id, code: await codeOfSms() })).toMatchObject({
      status: "ok",
    });
  });

  it("takes the date of birth where the company wants it so", async () => {
    await platformClient().company.update({
      where: { id: salon.company.companyId },
      data: { settings: { verification: "birthdate" } },
    });
    const id = await book();
    expect(await ask("cancel-appointment", salon.call, { appointment_id: id })).toMatchObject({
      status: "needs_input",
      needs: ["birthdate"],
    });
    expect(await ask("cancel-appointment", salon.call, { appointment_id: id, birthdate: "15.3.1985" })).toMatchObject({
      needs: ["birthdate"],
    });
    expect(
      await ask("cancel-appointment", salon.call, { appointment_id: id, birthdate: "14. März 1985" }),
    ).toMatchObject({ status: "ok" });
  });

  it("is not guessed over many calls either", async () => {
    await platformClient().company.update({
      where: { id: salon.company.companyId },
      data: { settings: { verification: "birthdate" } },
    });
    const id = await book();
    const guess = (birthdate: string, call: Call) => ask("cancel-appointment", call, { appointment_id: id, birthdate });
    for (let day = 1; day <= 3; day++) {
      const call = ringing(salon.company, { from_number: salon.call.from_number });
      for (let month = 1; month <= 5; month++) await guess(`${day}.${month}.1985`, call);
    }
    const last = ringing(salon.company, { from_number: salon.call.from_number });
    expect(await guess("14.3.1985", last)).toMatchObject({ status: "not_allowed", reason: "too_many_tries" });
    expect(await statusOf(id)).toBe("confirmed");
  });

  it("is proved for one of the family only", async () => {
    await platformClient().company.update({
      where: { id: salon.company.companyId },
      data: { settings: { verification: "birthdate" } },
    });
    const { company, call } = salon;
    const brother = { firstName: "Bernd", lastName: "Kowalski", birthdate: new Date("1990-07-02") };
    const bernd = await createCustomer(company, { ...brother, phone: call.from_number });
    const [annas, bernds] = [await book(), await book(at(wednesday, 14), bernd.id)];
    await ask("check-customer", call, { name: "Bernd Kowalski" });
    await ask("cancel-appointment", call, { appointment_id: bernds, birthdate: "2.7.1990" });
    expect(await statusOf(bernds)).toBe("cancelled");
    const { firstName, lastName } = salon.anna;
    const name = [firstName, lastName].join(" ");
    await ask("book-appointment", call, {
      service: "Herrenhaarschnitt",
      starts_at: iso(thursday, 11),
      customer_name: name,
    });
    expect(await platformClient().call.findMany({ where: ours() })).toMatchObject([{ customerId: salon.anna.id }]);
    expect(await ask("cancel-appointment", call, { appointment_id: annas })).toMatchObject({ status: "needs_input" });
    expect(await statusOf(annas)).toBe("confirmed");
  });

  it("reads the policy's warning out first, and does it on a yes", async () => {
    await trusting();
    await setPolicy(salon, "cancellation", { minHoursNotice: 24 * 365, feeCents: 1500, violationAction: "charge_fee" });
    const id = await book();
    const warned = await ask("cancel-appointment", salon.call, { appointment_id: id });
    expect(warned).toMatchObject({
      status: "needs_input",
      needs_confirmation: true,
      policy: { allowed: false, violation: true, fee_cents: 1500, reason: "short_notice" },
    });
    expect(warned.say).toBe(
      "Der Termin ist schon sehr bald, und es fallen 15 Euro an. Soll ich den Termin trotzdem absagen?",
    );
    expect(await statusOf(id)).toBe("confirmed");
    expect(await ask("cancel-appointment", salon.call, { appointment_id: id, confirm: true })).toMatchObject({
      status: "ok",
      fee_cents: 1500,
      say: expect.stringContaining("15 Euro"),
    });
  });

  it("is not possible against the rules", async () => {
    await trusting();
    await setPolicy(salon, "cancellation", { minHoursNotice: 24 * 365, violationAction: "block" });
    const id = await book();
    expect(await ask("cancel-appointment", salon.call, { appointment_id: id, confirm: true })).toMatchObject({
      status: "not_allowed",
      needs_confirmation: false,
      next_function: "request-callback",
    });
    expect(await statusOf(id)).toBe("confirmed");
  });

  it("takes the only appointment when none is named, and asks which of several", async () => {
    await trusting();
    const id = await book();
    expect(await ask("cancel-appointment", salon.call, {})).toMatchObject({ status: "ok", appointment_id: id });
    await book(at(wednesday, 12));
    await book(at(thursday, 12));
    expect(await ask("cancel-appointment", salon.call, { reason: "anderer" })).toMatchObject({
      status: "needs_input",
      missing: ["appointment_id"],
    });
  });

  it("says that there is none", async () => {
    await trusting();
    expect(await ask("cancel-appointment", salon.call, {})).toMatchObject({
      status: "unavailable",
      reason: "no_appointment",
    });
  });

  it("never reaches somebody else's appointment", async () => {
    await trusting();
    const other = await createCustomer(salon.company, { phone: "+493023125011" });
    const id = await book(at(wednesday, 10), other.id);
    expect((await ask("cancel-appointment", salon.call, { appointment_id: id })).status).toBe("unavailable");
    expect(await statusOf(id)).toBe("confirmed");
    const hidden = await ask("cancel-appointment", ringing(salon.company, { from_number: "anonymous" }), {
      appointment_id: id,
    });
    expect(hidden).toMatchObject({ status: "not_allowed", identity_level: 0 });
  });
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
