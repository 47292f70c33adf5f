#!/usr/bin/env node
// Offline stand-in for Prisma's native schema-engine: same stdio JSON-RPC, served by the WASM build of the
// same engine over node-postgres. Enabled by PRISMA_SCHEMA_ENGINE_BINARY=<this file> (chmod +x).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import readline from "node:readline";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const argv = process.argv.slice(2);
const opt = (name) => argv.flatMap((a, i) => (a === name ? [argv[i + 1]] : []));
const { url, shadowDatabaseUrl } = JSON.parse(opt("--datasource")[0] ?? "{}");
const dbName = (u) => decodeURIComponent(new URL(u).pathname.slice(1));
const config = (u, database = dbName(u)) => {
  // discrete fields: a connectionString would override `database`
  const x = new URL(u),
    ssl = x.searchParams.get("sslmode");
  return {
    host: x.hostname,
    port: Number(x.port || 5432),
    user: decodeURIComponent(x.username),
    password: decodeURIComponent(x.password),
    database,
    ssl: ssl && ssl !== "disable" ? { rejectUnauthorized: ssl.startsWith("verify") } : undefined,
  };
};
const log = (fields) =>
  process.stderr.write(`${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
async function admin(sql) {
  const c = new pg.Client(config(url, process.env.PG_MAINTENANCE_DB ?? "postgres"));
  await c.connect();
  try {
    await c.query(sql);
  } finally {
    await c.end();
  }
}

// adapter-pg does not map the catalog type "char" (oid 18): read it as text, report it as Character
function patch(q) {
  const io = q.performIO.bind(q),
    raw = q.queryRaw.bind(q);
  q.performIO = async (query) => {
    const r = await io(query);
    query.chars = r.fields?.flatMap((f, i) => (f.dataTypeID === 18 ? [i] : [])) ?? [];
    for (const i of query.chars) r.fields[i].dataTypeID = 25;
    return r;
  };
  q.queryRaw = async (query) => {
    const r = await raw(query);
    for (const i of query.chars ?? []) r.columnTypes[i] = ColumnTypeEnum.Character;
    return r;
  };
  return q;
}
async function adapter(u, database = dbName(u), onDispose) {
  const pool = new pg.Pool({ ...config(u, database), max: 1 });
  pool.on("error", () => {});
  const a = patch(await new PrismaPg(pool, { schema: new URL(u).searchParams.get("schema") ?? undefined }).connect());
  const begin = a.startTransaction.bind(a);
  a.startTransaction = async (iso) => patch(await begin(iso));
  // adapter-pg splits scripts on ';' and so breaks DO $$…$$ and functions: send the script as one simple query
  a.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (e) {
      a.onError(e);
    }
  };
  a.dispose = async () => {
    await pool.end().catch(() => {});
    await onDispose?.();
  };
  return a;
}
const shadows = new Set();
const drop = async (db) => {
  if (shadows.delete(db)) await admin(`DROP DATABASE IF EXISTS "${db}" WITH (FORCE)`);
};
const cleanup = () => Promise.allSettled([...shadows].map(drop));
const factory = {
  provider: "postgres",
  adapterName: "@prisma/adapter-pg",
  connect: () => adapter(url),
  async connectToShadowDb() {
    if (shadowDatabaseUrl) return adapter(shadowDatabaseUrl);
    const db = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await admin(`CREATE DATABASE "${db}"`);
    shadows.add(db);
    return adapter(url, db, () => drop(db));
  },
};

async function cli(command) {
  try {
    if (command === "create-database")
      return await admin(`CREATE DATABASE "${dbName(url)}"`).catch((e) => {
        if (!["42P04", "23505"].includes(e.code)) throw e;
      });
    if (command === "drop-database") return await admin(`DROP DATABASE IF EXISTS "${dbName(url)}" WITH (FORCE)`);
    const c = new pg.Client(config(url));
    await c.connect();
    await c.end();
  } catch (e) {
    const x = new URL(url);
    const [error_code, message] =
      e.code === "3D000"
        ? ["P1003", `Database \`${dbName(url)}\` does not exist`]
        : e.code?.startsWith?.("28")
          ? ["P1000", `Authentication failed, the credentials for \`${x.username}\` are not valid`]
          : ["P1001", `Can't reach database server at \`${x.hostname}:${x.port || 5432}\` (${e.message})`];
    process.stderr.write("schema-engine (wasm)\n");
    log({ error_code, message, is_panic: false });
    process.exit(1);
  }
}

async function rpc() {
  const panic = (globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: "",
    set_message(m) {
      this.message = m;
    },
  });
  process.on("uncaughtException", async (e) => {
    log({ is_panic: true, message: panic.message || String(e), backtrace: e?.stack });
    await cleanup();
    process.exit(101);
  });
  for (const s of ["SIGTERM", "SIGINT"])
    process.on(s, async () => {
      await cleanup();
      process.exit(0);
    });
  const dir = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const glue = await import(pathToFileURL(join(dir, "schema_engine_bg.js")).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(join(dir, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const files = opt("--datamodels").map((p) => [p, readFileSync(p, "utf8")]);
  let engine;
  const getEngine = () =>
    (engine ??= glue.SchemaEngine.new(
      { datamodels: files.length ? files : undefined },
      () => {},
      bindMigrationAwareSqlAdapterFactory(factory),
    ));
  const send = (m) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...m })}\n`);
  async function handle({ id, method, params }) {
    if (!method) return; // the CLI's answer to `print`
    try {
      if (method === "createDatabase") {
        await cli("create-database");
        return send({ id, result: { databaseName: dbName(url) } });
      }
      const result = await (await getEngine())[method === "getDatabaseVersion" ? "version" : method](params);
      if (method === "diff" && result?.stdout) send({ id: 1e9, method: "print", params: { content: result.stdout } });
      send({ id, result: result ?? {} });
    } catch (e) {
      send({
        id,
        error: {
          code: 4466,
          message: "schema engine error",
          data: {
            is_panic: false,
            message: panic.message || e?.message || String(e),
            error_code: e?.code ?? null,
            meta: e?.meta ?? null,
          },
        },
      });
    }
  }
  const pending = new Set();
  const rl = readline.createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  rl.on("line", (l) => {
    const p = handle(JSON.parse(l)).finally(() => pending.delete(p));
    pending.add(p);
  });
  rl.on("close", async () => {
    await Promise.allSettled(pending);
    await cleanup();
    process.exit(0);
  });
}

if (argv.includes("--version")) console.log("schema-engine-cli wasm");
else if (argv.includes("cli")) await cli(argv[argv.indexOf("cli") + 1]);
else await rpc();
