import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { addDays, fromWall, HOUR, toLocal } from "@/server/core/time";
import type { SchedulingType } from "@/server/sandbox/calcom/state";
import { calcomSeed, seedCalcom } from "@/server/sandbox/steering/calcom-seed";
import { createService, type TestCompany } from "../support/factories";
import { createComposite } from "../support/scheduling";
import type { Chance } from "./chance";
import type { Person, World } from "./world";

export const SECRET = "secret of this company";
export const LENGTHS = [30, 45, 60];
const ZONE = "Europe/Berlin";

/** How a service stands over there: by a type of each person's own, or by one for all of them. */
interface Offer {
  serviceId: string;
  title: string;
  /** As many as there are people, in their order; a single one is everybody's. */
  typeIds: readonly number[];
  minutes: number;
  lengths: number[] | null;
  /** Only we book it over there. */
  isHidden: boolean;
}

/** One person's, several parts with a pause, places in a class, and whoever is chosen over there. */
export type Offers = Readonly<Record<"cut" | "colour" | "yoga" | "advice", Offer>> & {
  /** Of the type that is everybody's. */
  scheduling: SchedulingType;
};

export async function createOffers(company: TestCompany, people: readonly Person[], chance: Chance): Promise<Offers> {
  const [first] = people;
  const cut = await createService(company);
  const colour = await createComposite(
    company,
    [
      { name: "Auftragen", durationMinutes: 45, staffMode: "specific", staffId: first?.id ?? null },
      { name: "Einwirken", durationMinutes: 30, isStaffFree: true, staffMode: "same" },
      { name: "Schneiden", durationMinutes: 30, staffMode: "any" },
    ],
    { durationMinutes: 105 },
  );
  const yoga = await createService(company, { name: "Yoga", durationMinutes: 60, capacity: 3 });
  const advice = await createService(company, { name: "Beratung" });
  const own = { minutes: 30, lengths: LENGTHS, isHidden: false };
  return {
    cut: { ...own, serviceId: cut.id, title: "Haarschnitt", typeIds: [101, 102] },
    colour: { ...own, serviceId: colour.id, title: "Farbe", typeIds: [111, 112], lengths: [30, 45], isHidden: true },
    yoga: { serviceId: yoga.id, title: "Yoga", typeIds: [121, 122], minutes: 60, lengths: null, isHidden: true },
    advice: { ...own, serviceId: advice.id, title: "Beratung", typeIds: [131] },
    scheduling: chance.happens(0.7) ? "roundRobin" : "collective",
  };
}

/** By which type a service by this person is to stand over there. */
export function typeOf({ offers, people }: World, { serviceId, staffId }: { serviceId: string; staffId: string }) {
  const { cut, colour, yoga, advice } = offers;
  const typeIds = [cut, colour, yoga, advice].find((one) => one.serviceId === serviceId)?.typeIds ?? [];
  return typeIds.length === 1 ? typeIds[0] : typeIds[people.findIndex(({ id }) => id === staffId)];
}

interface Plan {
  company: TestCompany;
  people: readonly Person[];
  offers: Offers;
  from: Date;
}

/** Each day of a week one in the morning and one in the afternoon, by turns. */
export async function planSessions({ company, people, offers, from }: Plan): Promise<string[]> {
  const { companyId, branchId } = company;
  const { date } = toLocal(ZONE, from.getTime());
  const sessions = [0, 1, 2, 3, 4, 5].flatMap((day) =>
    people.map(({ id: staffId }, at) => {
      const startsAt = new Date(fromWall(ZONE, addDays(date, day), (at === 0 ? 10 : 15) * 60));
      const endsAt = new Date(startsAt.getTime() + HOUR);
      return {
        id: newId(),
        companyId,
        branchId,
        serviceId: offers.yoga.serviceId,
        staffId,
        startsAt,
        endsAt,
        capacity: 3,
      };
    }),
  );
  await platformClient().classSession.createMany({ data: sessions });
  await platformClient().staffOccupancy.createMany({
    data: sessions.map(({ id: classSessionId, staffId, startsAt: blockedFrom, endsAt: blockedUntil }) => {
      return { companyId, classSessionId, staffId, blockedFrom, blockedUntil };
    }),
  });
  return sessions.map(({ id }) => id);
}

/** The account over there with people, types and whom it tells; our side knows which of them are which of ours. */
export async function connectBothSides(world: World): Promise<void> {
  seedAccount(world);
  const { apiKey, people, company, offers } = world;
  const { companyId } = company;
  const place = (column: string) => ({ column, rowId: companyId });
  await platformClient().company.update({
    where: { id: companyId },
    data: {
      calcomApiKeyEncrypted: encrypt(apiKey, place("companies.calcom_api_key_encrypted")),
      calcomWebhookSecretEncrypted: encrypt(SECRET, place("companies.calcom_webhook_secret_encrypted")),
    },
  });
  await platformClient().teamEventTypeMapping.createMany({
    data: listOffers(offers).flatMap(({ serviceId, title, typeIds, minutes: lengthMinutes }) =>
      typeIds.map((calcomEventTypeId, at) => {
        const staffId = typeIds.length === 1 ? null : (people[at]?.id ?? null);
        return {
          id: newId(),
          companyId,
          title,
          slug: title.toLowerCase(),
          ...{ lengthMinutes, serviceId, calcomEventTypeId, staffId },
        };
      }),
    ),
  });
  await platformClient().calcomTeamMember.createMany({
    data: people.map(({ id, hostId }) => ({ id: newId(), companyId, calcomUserId: hostId, staffId: id })),
  });
}

const listOffers = ({ cut, colour, yoga, advice }: Offers): Offer[] => [cut, colour, yoga, advice];

function seedAccount({ sandbox, apiKey, people, company: { companyId }, offers }: World): void {
  const users = people.map(({ hostId: id }) => {
    const name = { name: `Host ${id}`, email: `host${id}@salon.example`, username: `host-${id}` };
    return { id, ...name, timeZone: ZONE };
  });
  const eventTypes = listOffers(offers).flatMap(({ title, typeIds, minutes, lengths, isHidden: hidden }) =>
    typeIds.map((id, at) => ({
      ...{ id, ownerId: people[at]?.hostId, title, slug: title.toLowerCase(), lengthInMinutes: minutes, hidden },
      ...(lengths ? { lengthInMinutesOptions: lengths } : {}),
      // What the second one is asked for has to be confirmed.
      ...(id === offers.cut.typeIds[1] ? { confirmationPolicy: { type: "always" } } : {}),
    })),
  );
  const subscriberUrl = `http://app.simulation/${companyId}`;
  seedCalcom(
    sandbox,
    calcomSeed.parse({ apiKey, users, eventTypes, subscribers: [{ subscriberUrl, secret: SECRET }] }),
  );
  shareType(sandbox.calcom, offers, people);
}

/** A type that several people serve; of what is booked by it only those hear who asked for that type. */
function shareType(
  { eventTypes, webhooks }: World["sandbox"]["calcom"],
  offers: Offers,
  people: readonly Person[],
): void {
  for (const eventTypeId of offers.advice.typeIds) {
    const type = eventTypes.get(eventTypeId);
    if (type)
      type.team = { schedulingType: offers.scheduling, hosts: people.map(({ hostId: userId }) => ({ userId })) };
    for (const webhook of [...webhooks.values()]) {
      const id = crypto.randomUUID();
      webhooks.set(id, { ...webhook, id, eventTypeId });
    }
  }
}
