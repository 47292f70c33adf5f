import { Prisma } from "@/server/core/generated/client";
import type { AuditActors } from "../schema";
import { ACTING } from "./list";
import type { AuditScope } from "./scope";

/** So many can be chosen from, and so many entries of each are looked at for one that whoever asks may see. */
const MOST = 200;
const LOOKED_AT = 1000;

/** Each person and key that acted, from one to the next by the index, under the name of their latest entry. */
export async function listActorRows({ tx, chain, visible }: AuditScope): Promise<AuditActors> {
  return tx.$queryRaw<AuditActors>`
    WITH RECURSIVE acting(id) AS (
      (SELECT ${ACTING} FROM activity_logs WHERE ${chain} AND ${ACTING} IS NOT NULL ORDER BY 1 LIMIT 1)
      UNION ALL
      SELECT (SELECT ${ACTING} FROM activity_logs WHERE ${chain} AND ${ACTING} > acting.id ORDER BY 1 LIMIT 1)
      FROM acting WHERE acting.id IS NOT NULL
    )
    SELECT acting.id::uuid AS id, latest.actor ->> 'kind' AS kind, latest.actor ->> 'name' AS name
    FROM (SELECT id FROM acting WHERE id IS NOT NULL LIMIT ${MOST}) acting CROSS JOIN LATERAL (
      SELECT actor, occurred_at FROM (
        SELECT * FROM activity_logs WHERE ${chain} AND ${ACTING} = acting.id
        ORDER BY occurred_at DESC, sequence DESC LIMIT ${LOOKED_AT}
      ) recent WHERE ${visible ?? Prisma.sql`true`} ORDER BY occurred_at DESC, sequence DESC LIMIT 1
    ) latest ORDER BY latest.occurred_at DESC, acting.id`;
}
