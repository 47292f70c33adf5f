import type { TransactionContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { Booked } from "../rules/slot-limits";
import { loadTaken } from "./load-taken";

/** Waits until nobody else counts towards these limits; until the transaction ends nobody does. Sorted keys: no deadlock. */
export async function lockLimits(tx: TransactionContext, keys: readonly string[]): Promise<void> {
  await ask(
    tx,
    Prisma.sql`
    SELECT pg_advisory_xact_lock(hashtextextended(${tx.companyId}::text || key, 3))
    FROM (SELECT key FROM unnest(${keys}::text[]) WITH ORDINALITY AS wanted (key, nr) ORDER BY nr) AS sorted`,
  );
}

interface Counting {
  branchId: string;
  from: Date;
  until: Date;
  staffIds: readonly string[];
  serviceIds: readonly string[];
}

/** What stands in the books by now, this transaction's own included. */
export async function countBooked(tx: TransactionContext, { serviceIds, ...asked }: Counting): Promise<Booked> {
  const { minutes, services } = await loadTaken(tx, {
    ...asked,
    ...{ resourceIds: [], classServiceIds: [], cappedServiceIds: serviceIds },
    hasWorkingLimits: asked.staffIds.length > 0,
  });
  const withStaff = minutes.map(({ person, ...rest }) => ({ ...rest, staffId: asked.staffIds[person] ?? "" }));
  return { minutes: withStaff, services };
}
