import { decideFates } from "./appointments/fates";
import { planAppointments } from "./appointments/plan";
import { decideSources } from "./appointments/sources";
import { idOf, type SeedBusiness } from "./business";
import { tellCalls } from "./calls/tell";
import type { SeedClock } from "./clock";
import { draftCustomers } from "./customers/draft";
import { createRandom } from "./random";
import type { Seeding } from "./seeding";

/** Everything that happened, before any of it is written: one fact follows from another, the same at every telling. */
export function tellStory(
  business: SeedBusiness,
  clock: SeedClock,
): Pick<Seeding, "random" | "customers" | "planned" | "calls"> {
  const random = createRandom(Number.parseInt(idOf(business, "story", 1).slice(-7), 16));
  const customers = draftCustomers(business, random);
  const planned = planAppointments({ business, clock, random }, customers);
  decideFates(planned, { clock, random });
  const calls = tellCalls({ business, clock, random, planned }, customers);
  decideSources(planned, { business, clock, random });
  return { random, customers, planned, calls };
}
