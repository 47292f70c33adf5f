import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import type { EditPolicyInput } from "@/server/policies/schema";
import { ownerOf } from "../../support/actors";
import { at, coming, iso } from "../../support/coming-days";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
beforeEach(async () => {
  salon = await createSalonLine();
});

const owner = () => ownerOf(salon.company, new Date());
const rule = (policyType: EditPolicyInput["policyType"], config: EditPolicyInput["config"]) =>
  editPolicy(owner(), { policyType, config });
const trusting = () =>
  platformClient().company.update({
    where: { id: salon.company.companyId },
    data: { settings: { verification: "none" } },
  });
async function book(
  deposit: { depositCents?: number; depositPaidCents?: number; depositPaidAt?: Date } = {},
): Promise<void> {
  const { company, cut, julia, anna } = salon;
  const wish = { customerId: anna.id, branchId: company.branchId, serviceId: cut.id, staffId: julia.id };
  const { appointment } = await bookAppointment(owner(), { ...wish, startsAt: at(wednesday, 10), source: "portal" });
  await platformClient().appointment.update({ where: { id: appointment.id }, data: deposit });
}
const ALWAYS_LATE = 24 * 365;

it("says what a late cancellation costs and why this much, and opens the fee on a yes", async () => {
  await trusting();
  await book();
  await rule("cancellation", { minHoursNotice: ALWAYS_LATE, feePercent: 50, violationAction: "charge_fee" });
  const warning = await ask("cancel-appointment", salon.call, {});
  expect(warning).toMatchObject({ status: "needs_input", needs_confirmation: true, fee_cents: 2450 });
  expect(warning.say).toContain("50 Prozent vom Preis");
  expect(await ask("cancel-appointment", salon.call, { confirm: true })).toMatchObject({
    status: "ok",
    fee_cents: 2450,
  });
  const fees = await platformClient().customerFee.findMany({ where: { companyId: salon.company.companyId } });
  expect(fees).toMatchObject([{ amountCents: 2450, status: "open", kind: "cancellation" }]);
});

it("says with the booking until when cancelling is free, and the appointment explains itself with that", async () => {
  await rule("cancellation", { feePercent: 50, violationAction: "charge_fee" });
  const terms = "Kostenlos absagen können Sie bis 24 Stunden vorher, danach berechnen wir 50 Prozent vom Preis.";
  const wish = { service: "Damenhaarschnitt", starts_at: iso(wednesday, 10) };
  const answer = await ask("book-appointment", salon.call, wish);
  expect(answer).toMatchObject({ status: "ok", cancellation_terms: terms, say: expect.stringContaining(terms) });
  const stored = () => platformClient().appointment.findUniqueOrThrow({ where: { id: answer.appointment_id } });
  expect(await stored()).toMatchObject({ explanation: { policySaid: terms, understood: expect.any(String) } });
});

it("says nothing of cancelling where it costs nothing", async () => {
  const wish = { service: "Damenhaarschnitt", starts_at: iso(wednesday, 10) };
  for (const [hour, config] of [
    [10, { minHoursNotice: 24 }],
    [12, { feeCents: 1500, violationAction: "charge_fee" as const, minHoursNotice: 0 }],
    [14, { feeCents: 0, violationAction: "charge_fee" as const }],
  ] as const) {
    await rule("cancellation", config);
    const answer = await ask("book-appointment", salon.call, { ...wish, starts_at: iso(wednesday, hour) });
    expect(answer).toMatchObject({ status: "ok", say: expect.stringMatching(/Wir freuen uns auf Sie!$/) });
    expect(answer).not.toHaveProperty("cancellation_terms");
  }
});

it("says what of a deposit goes back", async () => {
  await trusting();
  await book({ depositCents: 1000, depositPaidCents: 1000, depositPaidAt: new Date() });
  await rule("deposit", { refundableUntilHours: 0 });
  await rule("cancellation", { minHoursNotice: 0 });
  const answer = await ask("cancel-appointment", salon.call, {});
  expect(answer).toMatchObject({ status: "ok", fee_cents: 0 });
  expect(answer.say).toContain("Anzahlung");
});

it("sends whoever stayed away too often to a person", async () => {
  await rule("no_show", { blockAfter: 2 });
  await platformClient().customer.update({ where: { id: salon.anna.id }, data: { noShowCount: 2 } });
  const wish = { service: "Damenhaarschnitt", date: wednesday, time: "10:00" };
  const answer = await ask("book-appointment", salon.call, { ...wish, starts_at: iso(wednesday, 10) });
  expect(answer).toMatchObject({ status: "not_allowed", reason: "too_many_no_shows" });
  expect(answer.say).toContain("jemand aus dem Team");
  expect(await platformClient().appointment.count({ where: { companyId: salon.company.companyId } })).toBe(0);
});

it("asks for the code first where the rule wants a number that is confirmed", async () => {
  await rule("booking", { requirePhoneVerification: true });
  const wish = { service: "Damenhaarschnitt", starts_at: iso(wednesday, 10) };
  expect(await ask("book-appointment", salon.call, wish)).toMatchObject({ status: "needs_input", needs: ["code"] });
  expect(await platformClient().appointment.count({ where: { companyId: salon.company.companyId } })).toBe(0);
  await trusting();
  expect(await ask("book-appointment", salon.call, wish)).toMatchObject({ status: "ok" });
});
