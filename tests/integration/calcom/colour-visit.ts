import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { createComposite } from "../../support/scheduling";
import { type ConnectedCompany, steer } from "./connected-company";

/** Colour by one person, who is free while it takes effect, then a cut by the same one; both by one type over there. */
export async function createColour(company: ConnectedCompany) {
  const service = await createComposite(company.company, [
    { name: "Auftragen", durationMinutes: 45, staffMode: "specific", staffId: company.staff.id },
    { name: "Einwirken", durationMinutes: 30, isStaffFree: true, staffMode: "same" },
    { name: "Schneiden", durationMinutes: 30, staffMode: "same" },
  ]);
  const { companyId } = company.company;
  const { users } = await steer("/calcom");
  const owner = (await hostIds(company, users))[0] ?? 0;
  const id = company.eventTypeId * 1000;
  const type = { title: "Farbe", slug: "farbe", lengthInMinutes: 30, lengthInMinutesOptions: [30, 45], hidden: true };
  await steer("/calcom/seed", { apiKey: company.apiKey, eventTypes: [{ ...type, id, ownerId: owner }] });
  await platformClient().teamEventTypeMapping.create({
    data: {
      ...{ id: newId(), companyId, title: "Farbe", slug: "farbe", lengthMinutes: 30, calcomEventTypeId: id },
      ...{ serviceId: service.id, staffId: company.staff.id },
    },
  });
  return service;
}

export async function hostIds({ eventTypeId }: ConnectedCompany, users: { id: number }[]): Promise<number[]> {
  const { eventTypes } = await steer("/calcom");
  const owner = eventTypes.find(({ id }: { id: number }) => id === eventTypeId)?.ownerId;
  return users.map(({ id }) => id).filter((id) => id === owner);
}
