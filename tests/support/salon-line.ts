import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { createCustomer, createService, createStaff } from "./factories";
import { createTelephoneCompany, ringing } from "./telephone";

/** A salon that can be called: two services that sound alike and one that does not, two people, one known caller. */
export async function createSalonLine(
  overrides: Parameters<typeof createTelephoneCompany>[0] = {},
  agent: Parameters<typeof createTelephoneCompany>[1] = {},
) {
  const company = await createTelephoneCompany(overrides, agent);
  const cut = await createService(company, {
    name: "Damenhaarschnitt",
    durationMinutes: 45,
    priceCents: 4900,
    synonyms: ["Damenschnitt"],
  });
  const mens = await createService(company, {
    name: "Herrenhaarschnitt",
    durationMinutes: 30,
    priceCents: 2900,
    position: 1,
  });
  const massage = await createService(company, { name: "Massage", durationMinutes: 60, priceCents: 6000, position: 2 });
  const julia = await createStaff(company, { name: "Julia Berg" });
  const murat = await createStaff(company, { name: "Murat Yilmaz", serviceIds: [mens.id] });
  const number = "+491713920001";
  const anna = await createCustomer(company, {
    firstName: "Anna",
    lastName: "Schneider",
    phone: number,
    birthdate: new Date("1985-03-14"),
  });
  const call = ringing(company, { from_number: number });
  return { company, cut, mens, massage, julia, murat, anna, number, call };
}

export type SalonLine = Awaited<ReturnType<typeof createSalonLine>>;

/** Policies of the whole company, in place of the defaults. */
export function setPolicy(
  { company }: SalonLine,
  policyType: "cancellation" | "reschedule" | "booking" | "no_show" | "deposit",
  config: object,
) {
  const { companyId } = company;
  return platformClient().policyConfiguration.create({
    data: { id: newId(), companyId, configurableType: "company", configurableId: companyId, policyType, config },
  });
}
