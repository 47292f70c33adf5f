import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming, iso } from "../../support/coming-days";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
beforeEach(async () => {
  salon = await createSalonLine();
});

const massage = { service: "Massage", starts_at: iso(wednesday, 9) };
const SPOKEN = { customer_email: "anna punkt schneider ät web punkt de" };
const HEARD = "anna.schneider@web.de";

const ours = () => ({ companyId: salon.company.companyId });
const people = () =>
  platformClient().customer.findMany({ where: ours(), orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const changes = () =>
  platformClient().activityLog.findMany({ where: { ...ours(), action: "edit_customers", subjectId: salon.anna.id } });

describe("an e-mail address that a caller names", () => {
  it("is remembered of a known customer who had none, once", async () => {
    const book = () => ask("book-appointment", salon.call, { ...massage, ...SPOKEN });
    expect(await book()).toMatchObject({ status: "ok", say: expect.not.stringContaining("E-Mail") });
    await book();
    expect(await people()).toMatchObject([{ id: salon.anna.id, email: HEARD }]);
    expect(await changes()).toMatchObject([{ oldValues: { email: null }, newValues: { email: HEARD } }]);
  });

  it("replaces none that is known", async () => {
    await platformClient().customer.update({ where: { id: salon.anna.id }, data: { email: "known@example.com" } });
    expect(await ask("book-appointment", salon.call, { ...massage, ...SPOKEN })).toMatchObject({ status: "ok" });
    expect(await people()).toMatchObject([{ email: "known@example.com" }]);
    expect(await changes()).toEqual([]);
  });

  it("is remembered of a new customer, and of somebody of the family", async () => {
    await ask("book-appointment", ringing(salon.company), { ...massage, ...SPOKEN, customer_name: "Peter Schnell" });
    const other = { ...massage, starts_at: iso(wednesday, 11), customer_email: "max@example.com" };
    const ring = () => ringing(salon.company, { from_number: salon.number });
    await ask("book-appointment", ring(), { ...other, customer_name: "Max Huber", customer_email: undefined });
    await ask("book-appointment", ring(), { ...other, starts_at: iso(wednesday, 13), customer_name: "Max Huber" });
    expect((await people()).map(({ lastName, email }) => [lastName, email])).toEqual([
      ["Schneider", null],
      ["Schnell", HEARD],
      ["Huber", "max@example.com"],
    ]);
  });

  it("is said not to be understood, and the appointment stands all the same", async () => {
    const answer = await ask("book-appointment", salon.call, { ...massage, customer_email: "na die übliche halt" });
    expect(answer).toMatchObject({ status: "ok", email_understood: false });
    expect(answer.say).toMatch(
      /Nur die E-Mail-Adresse habe ich leider nicht verstanden\. Wie lautet sie noch einmal\?$/,
    );
    expect(answer.confirmation_message).not.toContain("E-Mail");
    expect(await people()).toMatchObject([{ email: null }]);
  });

  it.each([
    ["of a new caller", "+493023125018"],
    ["under a hidden number", "anonymous"],
  ])("is taken when it is said once more %s, for the same appointment", async (_who, from_number) => {
    const call = ringing(salon.company, { from_number });
    const said = { ...massage, customer_name: "Eva Stern", customer_phone: "030 23125018" };
    const first = await ask("book-appointment", call, { ...said, customer_email: "na die übliche halt" });
    const again = await ask("book-appointment", call, { ...said, customer_email: "eva punkt stern ät web punkt de" });
    expect(again).toMatchObject({ status: "ok", appointment_id: first.appointment_id });
    expect(again).not.toHaveProperty("email_understood");
    expect(await people()).toMatchObject([{ id: salon.anna.id }, { lastName: "Stern", email: "eva.stern@web.de" }]);
  });

  it("is not taken for somebody whom a hidden number names", async () => {
    const call = ringing(salon.company, { from_number: "anonymous" });
    const said = { customer_name: "Anna Schneider", customer_phone: salon.number };
    expect(await ask("book-appointment", call, { ...massage, ...SPOKEN, ...said })).toMatchObject({ status: "ok" });
    expect(await people()).toMatchObject([{ id: salon.anna.id, email: null }]);
  });
});
