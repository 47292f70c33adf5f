import type { Prisma, PrismaClient } from "@/server/core/generated/client";
import { writeCallbacks } from "./appointments/callbacks";
import { decideFates } from "./appointments/fates";
import { planAppointments } from "./appointments/plan";
import { writeReviews } from "./appointments/reviews";
import { decideSources } from "./appointments/sources";
import { writeAppointments } from "./appointments/write";
import { writeAvailability } from "./availability";
import { idOf, type SeedBusiness } from "./business";
import { physioAmSee } from "./businesses/physio-amsee";
import { salonLindner } from "./businesses/salon-lindner";
import { writeCalcom } from "./calcom";
import { writeAgents } from "./calls/agents";
import { tellCalls } from "./calls/tell";
import { writeCalls } from "./calls/write";
import { writeCatalog } from "./catalog";
import { type SeedClock, seedClock } from "./clock";
import { draftCustomers } from "./customers/draft";
import { writeJourneyStages } from "./customers/journey-stages";
import { writeCustomerNotes } from "./customers/notes";
import { writeCustomers } from "./customers/write";
import { writeIdentity } from "./identity";
import { writeNotificationEvents } from "./notification-events";
import { writeReminders } from "./notifications";
import { createRandom } from "./random";
import type { Seeding, SeedKeys } from "./seeding";
import { writeStaff } from "./staff";
import { tenantIdOf, writeTenancy } from "./tenancy";
import { writeWebhookEvents } from "./webhooks";

/** Any number will do; two seeds at once must agree on it. */
const ONE_AT_A_TIME = 7_240_115;

/**
 * Writes both businesses, once, in one transaction: all of the demo or nothing of it. Answers false, and changes
 * nothing, where they are already there.
 */
export async function seedDemo(client: PrismaClient, { now, keys }: { now: Date; keys: SeedKeys }): Promise<boolean> {
  const clock = seedClock(now);
  return client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ONE_AT_A_TIME})`;
      if (await tx.tenant.findUnique({ where: { id: tenantIdOf(salonLindner) }, select: { id: true } })) return false;
      await writeNotificationEvents(tx);
      await writeWebhookEvents(tx);
      for (const business of [salonLindner, physioAmSee]) await writeBusiness(tellStory({ tx, business, clock, keys }));
      return true;
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
}

interface Beginning {
  tx: Prisma.TransactionClient;
  business: SeedBusiness;
  clock: SeedClock;
  keys: SeedKeys;
}

/** Everything that happened, before any of it is written: one fact follows from another. */
function tellStory({ business, clock, ...rest }: Beginning): Seeding {
  const random = createRandom(Number.parseInt(idOf(business, "story", 1).slice(-7), 16));
  const customers = draftCustomers(business, random);
  const planned = planAppointments({ business, clock, random }, customers);
  decideFates(planned, { clock, random });
  const calls = tellCalls({ business, clock, random, planned }, customers);
  decideSources(planned, { business, clock, random });
  return { ...rest, business, clock, random, customers, planned, calls };
}

async function writeBusiness(seeding: Seeding): Promise<void> {
  await writeTenancy(seeding);
  await writeCatalog(seeding);
  await writeStaff(seeding);
  await writeIdentity(seeding);
  await writeAvailability(seeding);
  await writeJourneyStages(seeding);
  await writeCustomers(seeding);
  await writeCustomerNotes(seeding);
  await writeAgents(seeding);
  await writeCalls(seeding);
  await writeAppointments(seeding);
  await writeCallbacks(seeding);
  await writeReviews(seeding);
  await writeReminders(seeding);
  await writeCalcom(seeding);
}
