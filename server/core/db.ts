import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { CompanyPool } from "./company-pool";
import type { CompanyContext } from "./context";
import { isOpen } from "./context";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./generated/client";

/** One client for each process: Next's bundles each have their own module scope, so it lives on globalThis. */
const shared = globalThis as typeof globalThis & { askproClients?: Map<string, Client> };

interface Client {
  prisma: PrismaClient;
  pool: CompanyPool;
}

function clientFor(connectionString: string): Client {
  shared.askproClients ??= new Map();
  let client = shared.askproClients.get(connectionString);
  if (!client) {
    const pool = new CompanyPool({ connectionString, max: env().DATABASE_POOL, connectionTimeoutMillis: MAX_WAIT_MS });
    const prisma = new PrismaClient({
      adapter: new PrismaPg(pool, { statementNameGenerator: nameStatement, disposeExternalPool: true }),
      transactionOptions: { maxWait: MAX_WAIT_MS, timeout: 20_000 },
    });
    client = { prisma, pool };
    shared.askproClients.set(connectionString, client);
  }
  return client;
}

/** When hundreds call at once, the last of them waits rather than hear an excuse. */
const MAX_WAIT_MS = 30_000;

const statementNames = new Map<string, string>();
/** Lists of every length make statements of their own; a connection must not remember them all. */
const MAX_NAMED_STATEMENTS = 500;

/** A statement with a name is planned once for each connection: the long ones cost more to plan than to answer. */
function nameStatement({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  if (statementNames.size >= MAX_NAMED_STATEMENTS) return "";
  const name = createHash("sha256").update(sql).digest("base64url");
  statementNames.set(sql, name);
  return name;
}

/** The application's own role, under row-level security; without a company it sees no rows and calls the door functions only. */
export function appClient(): PrismaClient {
  return clientFor(env().APP_DATABASE_URL).prisma;
}

/** The connections of `appClient`, for what goes past Prisma. */
export function appPool(): CompanyPool {
  return clientFor(env().APP_DATABASE_URL).pool;
}

/** The platform's door, for operators' commands and the seed; every use is deliberate and named. */
export function platformClient(): PrismaClient {
  const url = env().PLATFORM_DATABASE_URL;
  if (!url) throw new Error("PLATFORM_DATABASE_URL is not set: this process has no platform door.");
  return clientFor(url).prisma;
}

/**
 * One statement of the open transaction, by the driver itself: for those that a caller waits for, because Prisma's client
 * takes as long to hand a statement on as PostgreSQL to answer it. Values come as the driver reads them (int8 as text).
 */
export async function ask<Row extends object>(ctx: CompanyContext, statement: Prisma.Sql): Promise<Row[]> {
  if (!isOpen(ctx) || !ctx.connection) return db(ctx).$queryRaw<Row[]>(statement);
  const { text, values } = statement;
  const { rows } = await ctx.connection.query({ name: nameStatement({ sql: text }), text, values });
  return rows;
}

/**
 * The same outside of any transaction and for no company yet: a door function of the database, which checks by itself what
 * it is given.
 */
export async function askDoor<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  const { rows } = await appPool().query({ name: nameStatement({ sql: text }), text, values });
  return rows;
}

/** The open transaction of a command or query. A context without one is a programming error: wrap the call in `transact`. */
export function db(ctx: CompanyContext): Prisma.TransactionClient {
  if (!isOpen(ctx)) throw new Error("db(ctx) needs the transaction that transact(ctx, …) opens.");
  return ctx.tx;
}

export async function disconnect(): Promise<void> {
  const clients = [...(shared.askproClients?.values() ?? [])];
  shared.askproClients?.clear();
  for (const { prisma, pool } of clients) {
    await prisma.$disconnect();
    // Prisma ends only a pool that it was asked by.
    if (!pool.ending) await pool.end();
  }
}
