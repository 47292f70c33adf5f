import { newId } from "@/server/core/ids";
import { calcomProvider } from "@/server/sandbox/calcom/provider";
import type { Provider } from "@/server/sandbox/http/provider";
import { createSandbox, type Sandbox } from "@/server/sandbox/sandbox";
import { createCustomer, createStaff, createTenantWithCompany, type TestCompany } from "../support/factories";
import { PROVIDER_KEYS } from "../support/provider-keys";
import { Chance } from "./chance";
import { Clock } from "./clock";
import { type History, newHistory } from "./history";
import { connectBothSides, createOffers, type Offers, planSessions } from "./offers";
import type { Job } from "./runner";

/** A Monday in winter, 08:00 in Berlin. */
export const BEGINS_AT = Date.parse("2026-11-30T07:00:00.000Z");

export interface Person {
  id: string;
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
  offers: Offers;
  /** The class, session by session. */
  sessionIds: string[];
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
  const chance = new Chance(seed);
  const staff = [await createStaff(company, { name: "Anna" }), await createStaff(company, { name: "Berta" })];
  const people = staff.map(({ id }, at) => ({ id, hostId: 11 + at })) as [Person, Person];
  const offers = await createOffers(company, people, chance);
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
  const sessionIds = await planSessions({ company, people, offers, from: clock.now() });
  const apiKey = `cal_${newId()}`;
  const sandbox = createSandbox({
    ...{ ...PROVIDER_KEYS, appUrl: "http://app.simulation", calcomRateLimit: 0, now: clock.now, seed },
  });
  const world: World = {
    ...{ seed, clock, chance, company, offers, sessionIds, customerIds, people, apiKey, sandbox },
    provider: calcomProvider(sandbox),
    ...{ wire: [], late: [], jobs: [], history: newHistory(), tally: new Map(), trace: [], wrongs: [] },
    ...{ isQuiet: false, meanwhile: null },
  };
  await connectBothSides(world);
  return world;
}
