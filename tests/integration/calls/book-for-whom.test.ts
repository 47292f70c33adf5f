import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming, iso } from "../../support/coming-days";
import { createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });
const appointments = () =>
  platformClient().appointment.findMany({ where: ours(), orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

describe("who it is for", () => {
  const massage = { service: "Massage", starts_at: iso(wednesday, 9) };
  const people = () =>
    platformClient().customer.findMany({
      where: ours(),
      include: { customerPhones: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });

  it("is the caller, also when the name was heard a little wrong", async () => {
    await ask("book-appointment", salon.call, { ...massage, customer_name: "Frau Anna Schnaider" });
    expect(await appointments()).toMatchObject([{ customerId: salon.anna.id }]);
    expect(await people()).toHaveLength(1);
  });

  it("may be somebody else of the family", async () => {
    await ask("book-appointment", salon.call, { ...massage, customer_name: "Maximilian Huber" });
    expect(await people()).toMatchObject([
      { id: salon.anna.id },
      { firstName: "Maximilian", lastName: "Huber", customerPhones: [{ e164: salon.number }] },
    ]);
  });

  it("is asked when several share a number", async () => {
    await createCustomer(salon.company, { firstName: "Bert", lastName: "Schneider", phone: salon.number });
    expect(await ask("book-appointment", salon.call, massage)).toMatchObject({
      status: "needs_input",
      missing: ["customer_name"],
    });
    await ask("book-appointment", salon.call, { ...massage, customer_name: "Bert Schneider" });
    expect(await people()).toHaveLength(2);
    expect((await appointments())[0]?.customerId).not.toBe(salon.anna.id);
  });

  it("is a new customer under the number that rings", async () => {
    const call = ringing(salon.company, { from_number: "+493023125009" });
    expect(await ask("book-appointment", call, massage)).toMatchObject({
      status: "needs_input",
      missing: ["customer_name"],
      say: "Auf welchen Namen darf ich den Termin eintragen?",
    });
    expect(
      await ask("book-appointment", call, { ...massage, customer_name: "mein Name ist Peter Schnell" }),
    ).toMatchObject({ status: "ok" });
    expect((await people())[1]).toMatchObject({
      firstName: "Peter",
      lastName: "Schnell",
      customerPhones: [{ e164: "+493023125009" }],
    });
  });

  it.each(["anonymous", "", "+0000000"])("needs a name and a number when it is hidden (%s)", async (from_number) => {
    const call = ringing(salon.company, { from_number });
    expect(await ask("book-appointment", call, massage)).toMatchObject({
      status: "needs_input",
      missing: ["customer_name", "customer_phone"],
    });
    expect(await ask("book-appointment", call, { ...massage, customer_name: "Eva Stern" })).toMatchObject({
      status: "needs_input",
      missing: ["customer_phone"],
    });
    const spoken = {
      ...massage,
      customer_name: "Eva Stern",
      customer_phone: "null drei null, zwei drei eins zwei, fünf null drei null",
    };
    expect(await ask("book-appointment", call, spoken)).toMatchObject({ status: "ok" });
    expect((await people())[1]).toMatchObject({ lastName: "Stern", customerPhones: [{ e164: "+493023125030" }] });
  });

  it("is never chosen by an id that was only claimed", async () => {
    const call = ringing(salon.company, { from_number: "+493023125009" });
    await ask("book-appointment", call, { ...massage, customer_id: salon.anna.id, customer_name: "Peter Schnell" });
    expect((await appointments())[0]?.customerId).not.toBe(salon.anna.id);
  });
});
