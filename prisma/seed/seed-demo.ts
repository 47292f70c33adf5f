import type { PrismaClient } from "@/server/core/generated/client";
import { writeApiKeys } from "./api-keys";
import { writeCallbacks } from "./appointments/callbacks";
import { writeReviews } from "./appointments/reviews";
import { writeAppointments } from "./appointments/write";
import { writeAvailability } from "./availability";
import { physioAmSee } from "./businesses/physio-amsee";
import { salonLindner } from "./businesses/salon-lindner";
import { writeCalcom } from "./calcom";
import { writeCalcomCopies } from "./calcom-copies";
import { writeAgents } from "./calls/agents";
import { writeKnowledge } from "./calls/knowledge";
import { writeCalls } from "./calls/write";
import { writeCatalog } from "./catalog";
import { seedClock } from "./clock";
import { writeJourneyStages } from "./customers/journey-stages";
import { writeCustomerNotes } from "./customers/notes";
import { writeCustomers } from "./customers/write";
import { writeIdentity, writeOperators } from "./identity";
import { writeReminders } from "./notifications";
import { writeClassServices } from "./scheduling/class-services";
import { writeClasses } from "./scheduling/classes";
import { writePolicies } from "./scheduling/policies";
import { writeResources, writeResourceTimes } from "./scheduling/resources";
import type { Seeding, SeedKeys } from "./seeding";
import { writeStaff } from "./staff";
import { tellStory } from "./tell-story";
import { tenantIdOf, writeTenancy } from "./tenancy";

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
      await writeOperators(tx);
      for (const business of [salonLindner, physioAmSee])
        await writeBusiness({ tx, business, clock, keys, ...tellStory(business, clock) });
      return true;
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
}

async function writeBusiness(seeding: Seeding): Promise<void> {
  await writeTenancy(seeding);
  await writeCatalog(seeding);
  await writeStaff(seeding);
  await writeResources(seeding);
  await writeClassServices(seeding);
  await writePolicies(seeding);
  await writeIdentity(seeding);
  await writeApiKeys(seeding);
  await writeAvailability(seeding);
  await writeJourneyStages(seeding);
  await writeCustomers(seeding);
  await writeCustomerNotes(seeding);
  await writeAgents(seeding);
  await writeKnowledge(seeding);
  await writeCalls(seeding);
  await writeAppointments(seeding);
  await writeClasses(seeding);
  await writeResourceTimes(seeding);
  await writeCallbacks(seeding);
  await writeReviews(seeding);
  await writeReminders(seeding);
  await writeCalcom(seeding);
  await writeCalcomCopies(seeding);
}
