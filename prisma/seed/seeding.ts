import type { Prisma } from "@/server/core/generated/client";
import type { PlannedAppointment } from "./appointments/planned";
import type { SeedBusiness } from "./business";
import type { ToldCall } from "./calls/told";
import type { SeedClock } from "./clock";
import type { CustomerDraft } from "./customers/draft";
import type { Random } from "./random";

/** Keys of the other services, as the one who starts the seed has them. */
export interface SeedKeys {
  calcomApiKey: string;
  calcomWebhookSecret: string;
}

/** One business on its way into the database: its story, and the transaction that everything is written in. */
export interface Seeding {
  tx: Prisma.TransactionClient;
  business: SeedBusiness;
  clock: SeedClock;
  random: Random;
  keys: SeedKeys;
  customers: CustomerDraft[];
  planned: PlannedAppointment[];
  calls: ToldCall[];
}
