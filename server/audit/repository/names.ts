import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** What a person may see by name in the log, and the permission that it takes. */
const NEEDED = {
  customer: "view_customers",
  appointment: "view_appointments",
  call: "view_calls",
  staff: "view_staff",
  service: "view_services",
  branch: "view_branches",
  user: "view_team",
} as const;
type Named = keyof typeof NEEDED;

const isNamed = (type: string): type is Named => type in NEEDED;

export interface NamedRow {
  type: string;
  id: string;
}

export type Names = ReadonlyMap<string, string>;

/** The names of those rows that the person may view, by id; one question for each kind. */
export async function findNames(ctx: CompanyContext, rows: NamedRow[]): Promise<Names> {
  const wanted = new Map<Named, string[]>();
  for (const { type, id } of rows)
    if (isNamed(type) && (!ctx.permissions || ctx.permissions.has(NEEDED[type])))
      wanted.set(type, [...(wanted.get(type) ?? []), id]);
  const found: { id: string; name: string }[] = [];
  for (const [type, ids] of wanted) found.push(...(await LOOKUPS[type](ctx, [...new Set(ids)])));
  return new Map(found.map(({ id, name }) => [id, name.trim()]));
}

type Lookup = (ctx: CompanyContext, ids: string[]) => Promise<{ id: string; name: string }[]>;
const of = ({ companyId }: CompanyContext, ids: string[]) => ({ companyId, id: { in: ids } });
const named = { id: true, name: true } as const;
const customerName = { select: { firstName: true, lastName: true } } as const;
const fullName = ({ firstName, lastName }: { firstName: string | null; lastName: string | null }): string =>
  [firstName, lastName].filter(Boolean).join(" ");

const LOOKUPS: Record<Named, Lookup> = {
  staff: (ctx, ids) => db(ctx).staff.findMany({ where: of(ctx, ids), select: named }),
  service: (ctx, ids) => db(ctx).service.findMany({ where: of(ctx, ids), select: named }),
  branch: (ctx, ids) => db(ctx).branch.findMany({ where: of(ctx, ids), select: named }),
  user: (ctx, ids) => db(ctx).user.findMany({ where: { id: { in: ids } }, select: named }),
  customer: async (ctx, ids) => {
    const rows = await db(ctx).customer.findMany({ where: of(ctx, ids), select: { id: true, ...customerName.select } });
    return rows.map((row) => ({ id: row.id, name: fullName(row) }));
  },
  appointment: async (ctx, ids) => {
    const select = { id: true, customer: customerName };
    const rows = await db(ctx).appointment.findMany({ where: of(ctx, ids), select });
    return rows.map((row) => ({ id: row.id, name: fullName(row.customer) }));
  },
  call: async (ctx, ids) => {
    const select = { id: true, fromNumber: true, customer: customerName };
    const rows = await db(ctx).call.findMany({ where: of(ctx, ids), select });
    return rows.map((row) => ({
      id: row.id,
      name: (row.customer && fullName(row.customer)) || (row.fromNumber ?? ""),
    }));
  },
};
