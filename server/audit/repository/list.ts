import type { CompanyContext } from "@/server/core/context";
import { Prisma } from "@/server/core/generated/client";
import type { ListOrder } from "@/server/core/page";
import type { ExportAuditInput } from "../schema";
import { type AuditScope, companyScope } from "./scope";

export interface AuditRow {
  id: string;
  sequence: bigint;
  logName: string;
  action: string;
  subjectType: string | null;
  subjectId: string | null;
  actor: { kind: string; name?: string; reason?: string };
  oldValues: unknown;
  newValues: unknown;
  isErased: boolean;
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
  occurredAt: Date;
  hash: string;
}

export interface Position {
  occurredAt: Date;
  sequence: bigint;
}

/** What no index answers is looked for in so many entries at a time: a search answers at once, however long the log is. */
export const SCANNED_AT_ONCE = 20_000;
/** What an index answers is counted so far. */
const COUNTED_AT_ONCE = 100_000;

/** The person or the key that acted, as the index has it. */
export const ACTING = Prisma.sql`coalesce(actor ->> 'userId', actor ->> 'apiKeyId')`;

const columns = Prisma.sql`id, sequence, log_name AS "logName", action, subject_type AS "subjectType", subject_id AS "subjectId", actor,
  old_values AS "oldValues", new_values AS "newValues", salt IS NULL AS "isErased", ip, user_agent AS "userAgent",
  request_id AS "requestId", occurred_at AS "occurredAt", hash`;

interface ListQuery {
  filters: ExportAuditInput;
  after: Position | null;
  limit: number;
  /** How many of those found are passed over. */
  offset?: number;
  order?: ListOrder;
}

const DIRECTION = { asc: Prisma.sql`ASC`, desc: Prisma.sql`DESC` } satisfies Record<ListOrder, Prisma.Sql>;
const BEHIND = { asc: Prisma.sql`>`, desc: Prisma.sql`<` } satisfies Record<ListOrder, Prisma.Sql>;

export const listAuditRows = (ctx: CompanyContext, query: ListQuery) => listRows(companyScope(ctx), query);
export const countAuditRows = (ctx: CompanyContext, filters: ExportAuditInput) => countRows(companyScope(ctx), filters);
export const findAuditRow = (ctx: CompanyContext, id: string) => findRow(companyScope(ctx), id);

/** The newest first, unless asked otherwise. `reached` is where the search stopped, when it stopped before the end of the log. */
export async function listRows(
  scope: AuditScope,
  { filters, after, limit, offset = 0, order: way = "desc" }: ListQuery,
) {
  const { tx } = scope;
  const sought = soughtBy(scope, filters);
  const order = Prisma.sql`ORDER BY occurred_at ${DIRECTION[way]}, sequence ${DIRECTION[way]}`;
  const narrowed = Prisma.sql`FROM activity_logs WHERE ${all([...indexed(scope, filters), behind(after, way)])} ${order}`;
  if (!sought) {
    const rows = await tx.$queryRaw<AuditRow[]>`SELECT ${columns} ${narrowed} LIMIT ${limit} OFFSET ${offset}`;
    return { rows, reached: null };
  }
  await readByIndex(scope);
  const rows = await tx.$queryRaw<AuditRow[]>`
    SELECT ${columns} FROM (SELECT * ${narrowed} LIMIT ${SCANNED_AT_ONCE}) scanned WHERE ${sought} ${order}
    LIMIT ${limit} OFFSET ${offset}`;
  if (rows.length === limit) return { rows, reached: null };
  const [reached] = await tx.$queryRaw<Position[]>`
    SELECT occurred_at AS "occurredAt", sequence ${narrowed} OFFSET ${SCANNED_AT_ONCE - 1} LIMIT 1`;
  return { rows, reached: reached ?? null };
}

/** The planner knows only how the index's first column lies in the table, and would rather read and sort all of it. */
async function readByIndex({ tx }: AuditScope): Promise<void> {
  await tx.$executeRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;
}

/** How many there are; null when that is not known without reading more than is read at once. */
export async function countRows(scope: AuditScope, filters: ExportAuditInput): Promise<number | null> {
  const sought = soughtBy(scope, filters);
  const most = sought ? SCANNED_AT_ONCE : COUNTED_AT_ONCE;
  if (sought) await readByIndex(scope);
  const read = Prisma.sql`SELECT ${sought ? Prisma.sql`*` : Prisma.sql`1`} FROM activity_logs WHERE ${all(indexed(scope, filters))}
    ${sought ? Prisma.sql`ORDER BY occurred_at DESC, sequence DESC` : Prisma.empty} LIMIT ${most + 1}`;
  const [counted] = await scope.tx.$queryRaw<{ read: number; found: number }[]>`
    SELECT count(*)::int AS read, count(*) FILTER (WHERE ${sought ?? Prisma.sql`true`})::int AS found FROM (${read}) scanned`;
  return counted && counted.read <= most ? counted.found : null;
}

export async function findRow({ tx, chain, visible }: AuditScope, id: string): Promise<AuditRow | null> {
  const [row] = await tx.$queryRaw<AuditRow[]>`
    SELECT ${columns} FROM activity_logs WHERE ${all([chain, Prisma.sql`id = ${id}::uuid`, visible])}`;
  return row ?? null;
}

function indexed({ chain }: AuditScope, filters: ExportAuditInput) {
  const { from, until, action, actorKind, actorId, subjectId } = filters;
  return [
    chain,
    from && Prisma.sql`occurred_at >= ${from}::timestamptz`,
    until && Prisma.sql`occurred_at < ${until}::timestamptz`,
    action && Prisma.sql`action = ${action}`,
    actorKind && Prisma.sql`actor_kind = ${actorKind}`,
    actorId && Prisma.sql`${ACTING} = ${actorId}`,
    subjectId && Prisma.sql`subject_id = ${subjectId}::uuid`,
  ];
}

const behind = (after: Position | null, way: ListOrder) =>
  after &&
  Prisma.sql`(occurred_at, sequence) ${BEHIND[way]} (${after.occurredAt}::timestamptz, ${after.sequence}::bigint)`;

/** Conditions that only reading an entry can answer; null when there are none. */
function soughtBy(scope: AuditScope, { search, subjectType }: ExportAuditInput): Prisma.Sql | null {
  const conditions = [
    search ? mentions(scope, search) : undefined,
    subjectType ? Prisma.sql`subject_type = ${subjectType}` : undefined,
    scope.visible,
  ];
  return conditions.some(Boolean) ? all(conditions) : null;
}

/** Values that may not be read are not searched either: a hit would tell what they say. */
function mentions({ resources }: AuditScope, search: string): Prisma.Sql {
  const pattern = `%${escaped(search)}%`;
  const endings = (resources ?? [""]).map((resource) => `%${escaped(resource && `_${resource}`)}`);
  return Prisma.sql`(concat_ws(' ', action, actor ->> 'name', subject_id, request_id, ip) ILIKE ${pattern}
    OR ((log_name = 'security' OR action LIKE ANY (${endings}::text[])) AND concat_ws(' ', old_values, new_values) ILIKE ${pattern}))`;
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

const all = (conditions: (Prisma.Sql | undefined | "" | null)[]): Prisma.Sql =>
  Prisma.join(
    conditions.filter((condition): condition is Prisma.Sql => Boolean(condition)),
    " AND ",
  );
