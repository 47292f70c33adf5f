import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import type { ListOrder } from "@/server/core/page";
import type { CustomerSearch } from "../rules";
import type { CustomerFilters } from "./list";

/** Best match first (a hit inside the text, then the nearest spelling by trigrams, umlauts folded), or by name where that is asked for. */
export async function searchCustomerIds(
  ctx: CompanyContext,
  query: { search: CustomerSearch; order?: ListOrder; limit: number; offset: number } & CustomerFilters,
): Promise<string[]> {
  const { search, order, limit, offset } = query;
  const isNearestFirst = !search.digits && order === undefined;
  const sorted = isNearestFirst ? Prisma.sql`${NEAREST}, ${BY_NAME.asc}` : BY_NAME[order ?? "asc"];
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT c.id ${matches(ctx, query)} ORDER BY ${sorted} LIMIT ${limit} OFFSET ${offset}`;
  return rows.map((row) => row.id);
}

const NEAREST = Prisma.sql`(c.search_text LIKE '%' || wanted.q || '%') DESC, word_similarity(wanted.q, c.search_text) DESC`;
const BY_NAME = {
  asc: Prisma.sql`c.last_name, c.first_name, c.id`,
  desc: Prisma.sql`c.last_name DESC, c.first_name DESC, c.id DESC`,
} satisfies Record<ListOrder, Prisma.Sql>;

/** How many a search finds. */
export async function countCustomerMatches(ctx: CompanyContext, query: CustomerFilters & { search: CustomerSearch }) {
  const [row] = await db(ctx).$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${matches(ctx, query)}`;
  return row?.count ?? 0;
}

function matches(ctx: CompanyContext, query: CustomerFilters & { search: CustomerSearch }): Prisma.Sql {
  const { digits, text } = query.search;
  const own = Prisma.sql`c.company_id = ${ctx.companyId}::uuid AND c.deleted_at IS NULL AND c.merged_into_id IS NULL ${narrow(query)}`;
  return digits
    ? Prisma.sql`FROM customers c WHERE ${own}
        AND EXISTS (SELECT FROM customer_phones p WHERE p.company_id = c.company_id AND p.customer_id = c.id
          AND p.e164 LIKE ${`%${digits}%`})`
    : Prisma.sql`FROM customers c, (SELECT fold_text(${text}) AS q) wanted WHERE ${own}
        AND (c.search_text LIKE '%' || wanted.q || '%' OR word_similarity(wanted.q, c.search_text) > 0.45)`;
}

function narrow({ stage, branchId, staffId, from, until }: CustomerFilters): Prisma.Sql {
  const conditions = [
    stage &&
      Prisma.sql`AND EXISTS (SELECT FROM journey_stages j WHERE j.company_id = c.company_id AND j.id = c.journey_stage_id AND j.key = ${stage})`,
    branchId && Prisma.sql`AND c.preferred_branch_id = ${branchId}::uuid`,
    staffId &&
      Prisma.sql`AND EXISTS (SELECT FROM appointments a WHERE a.company_id = c.company_id AND a.customer_id = c.id AND a.staff_id = ${staffId}::uuid)`,
    from && Prisma.sql`AND c.created_at >= ${from}::timestamptz`,
    until && Prisma.sql`AND c.created_at < ${until}::timestamptz`,
  ].filter((condition) => condition !== undefined && condition !== "");
  return conditions.length > 0 ? Prisma.join(conditions, " ") : Prisma.empty;
}
