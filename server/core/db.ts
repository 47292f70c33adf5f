import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { CompanyPool } from "./company-pool";
import type { CompanyContext } from "./context";
import { isOpen } from "./context";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./generated/client";

/** One client for each process: Next's bundles each have their own module scope, so it lives on globalThis. */
const shared = globalThis as typeof globalThis & { askproClients?: Map<string, PrismaClient> };

function clientFor(connectionString: string): PrismaClient {
  shared.askproClients ??= new Map();
  let client = shared.askproClients.get(connectionString);
  if (!client) {
    client = new PrismaClient({
      adapter: new PrismaPg(
        new CompanyPool({ connectionString, max: env().DATABASE_POOL, connectionTimeoutMillis: MAX_WAIT_MS }),
        { statementNameGenerator: nameStatement, disposeExternalPool: true },
      ),
      transactionOptions: { maxWait: MAX_WAIT_MS, timeout: 20_000 },
    });
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
  return clientFor(env().APP_DATABASE_URL);
}

/** The platform's door, for operators' commands and the seed; every use is deliberate and named. */
export function platformClient(): PrismaClient {
  const url = env().PLATFORM_DATABASE_URL;
  if (!url) throw new Error("PLATFORM_DATABASE_URL is not set: this process has no platform door.");
  return clientFor(url);
}

/** The open transaction of a command or query. A context without one is a programming error: wrap the call in `transact`. */
export function db(ctx: CompanyContext): Prisma.TransactionClient {
  if (!isOpen(ctx)) throw new Error("db(ctx) needs the transaction that transact(ctx, …) opens.");
  return ctx.tx;
}

export async function disconnect(): Promise<void> {
  const clients = [...(shared.askproClients?.values() ?? [])];
  shared.askproClients?.clear();
  await Promise.all(clients.map((client) => client.$disconnect()));
}
