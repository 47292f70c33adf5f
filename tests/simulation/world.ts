import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { calcomProvider } from "@/server/sandbox/calcom/provider";
import type { Provider } from "@/server/sandbox/http/provider";
import { createSandbox, type Sandbox } from "@/server/sandbox/sandbox";
import { calcomSeed, seedCalcom } from "@/server/sandbox/steering/calcom-seed";
import {
  createCustomer,
  createService,
  createStaff,
  createTenantWithCompany,
  type TestCompany,
} from "../support/factories";
import { PROVIDER_KEYS } from "../support/provider-keys";
import { Chance } from "./chance";
import { Clock } from "./clock";
import { type History, newHistory } from "./history";
import type { Job } from "./runner";

/** A Monday in winter, 08:00 in Berlin. */
const BEGINS_AT = Date.parse("2026-11-30T07:00:00.000Z");
export const SECRET = "secret of this company";
export const LENGTHS = [30, 45, 60];

interface Person {
  id: string;
  eventTypeId: number;
  hostId: number;
}

/** What was sent to us and is on its way. */
export interface Delivery {
  raw: string;
  headers: Record<string, string>;
}

/** What the other side still does of a request that nobody waits for any more. */
export interface LateEffect {
  dueAt: number;
  happen: () => Promise<unknown>;
}

/** One business with its account over there, by one clock and one seed: all that a run is about. */
export interface World {
  seed: number;
  clock: Clock;
  chance: Chance;
  company: TestCompany;
  serviceId: string;
  customerIds: string[];
  people: [Person, Person];
  apiKey: string;
  sandbox: Sandbox;
  provider: Provider;
  wire: Delivery[];
  late: LateEffect[];
  jobs: Job[];
  history: History;
  /** How often each kind of step has had an effect. */
  tally: Map<string, number>;
  /** What happened, step by step, for whoever looks into a run. */
  trace: string[];
  /** What must never be, and was. */
  wrongs: string[];
  /** Nothing more happens by chance. */
  isQuiet: boolean;
  /** Somebody does something while a request is under way. */
  meanwhile: ((world: World) => Promise<unknown>) | null;
}

/** Counts what happened, and writes it down with what it was about. */
export function happened({ tally, trace, clock }: World, what: string, about = ""): void {
  tally.set(what, (tally.get(what) ?? 0) + 1);
  trace.push(`${clock.now().toISOString().slice(5, 19)} ${what} ${about}`);
}

export async function createWorld(seed: number): Promise<World> {
  const clock = new Clock(BEGINS_AT);
  const company = await createTenantWithCompany();
  const { id: serviceId } = await createService(company);
  const staff = [await createStaff(company, { name: "Anna" }), await createStaff(company, { name: "Berta" })];
  const customerIds: string[] = [];
  for (const at of [0, 1, 2]) {
    const who = {
      firstName: "Maria",
      lastName: `Kunde ${at}`,
      phone: `+493023125${100 + at}`,
      email: `kunde${at}@example.com`,
    };
    customerIds.push((await createCustomer(company, who)).id);
  }
  const people = staff.map(({ id }, at) => ({ id, eventTypeId: 101 + at, hostId: 11 + at })) as [Person, Person];
  const apiKey = `cal_${newId()}`;
  const sandbox = createSandbox({
    ...{ ...PROVIDER_KEYS, appUrl: "http://app.simulation", calcomRateLimit: 0, now: clock.now, seed },
  });
  const world: World = {
    ...{ seed, clock, chance: new Chance(seed), company, serviceId, customerIds, people, apiKey, sandbox },
    provider: calcomProvider(sandbox),
    ...{ wire: [], late: [], jobs: [], history: newHistory(), tally: new Map(), trace: [], wrongs: [] },
    ...{ isQuiet: false, meanwhile: null },
  };
  await connectBothSides(world);
  return world;
}

async function connectBothSides({ sandbox, apiKey, people, company, serviceId }: World): Promise<void> {
  const { companyId } = company;
  const type = { title: "Haarschnitt", slug: "haarschnitt", lengthInMinutes: 30, lengthInMinutesOptions: LENGTHS };
  // What the second one is asked for has to be confirmed.
  const policies = [{}, { confirmationPolicy: { type: "always" } }];
  const users = people.map(({ hostId: id }) => {
    return {
      id,
      name: `Host ${id}`,
      email: `host${id}@salon.example`,
      username: `host-${id}`,
      timeZone: "Europe/Berlin",
    };
  });
  const eventTypes = people.map(({ eventTypeId: id, hostId: ownerId }, at) => ({
    ...type,
    ...policies[at],
    id,
    ownerId,
  }));
  const subscribers = [{ subscriberUrl: `http://app.simulation/${companyId}`, secret: SECRET }];
  seedCalcom(sandbox, calcomSeed.parse({ apiKey, users, eventTypes, subscribers }));
  const place = (column: string) => ({ column, rowId: companyId });
  await platformClient().company.update({
    where: { id: companyId },
    data: {
      calcomApiKeyEncrypted: encrypt(apiKey, place("companies.calcom_api_key_encrypted")),
      calcomWebhookSecretEncrypted: encrypt(SECRET, place("companies.calcom_webhook_secret_encrypted")),
    },
  });
  const mapping = { companyId, title: type.title, slug: type.slug, lengthMinutes: 30, serviceId };
  await platformClient().teamEventTypeMapping.createMany({
    data: people.map(({ id, eventTypeId }) => {
      return { ...mapping, id: newId(), calcomEventTypeId: eventTypeId, staffId: id };
    }),
  });
  await platformClient().calcomTeamMember.createMany({
    data: people.map(({ id, hostId }) => ({ id: newId(), companyId, calcomUserId: hostId, staffId: id })),
  });
}
