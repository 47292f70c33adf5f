import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { verificationCodePlace } from "@/server/calls/rules/verification-code";
import { decrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { at, coming, iso } from "../../support/coming-days";
import { createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, type Call, ringing } from "../../support/telephone";

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
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const { codeEncrypted, customerId } = event.payload as { codeEncrypted: string; customerId: string };
  return decrypt(codeEncrypted, verificationCodePlace(customerId));
}

describe("cancelling, for whoever proves who they are,", () => {
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
});
