#!/usr/bin/env node
// Stands in for Prisma's native schema engine, where that cannot be downloaded: the same line-delimited JSON-RPC,
// served by the WASM build of the same engine. Prisma finds it by PRISMA_SCHEMA_ENGINE_BINARY (scripts/prisma.mjs).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { connectionTo, createAdapterFactory, databaseOf, runMaintenance } from "./schema-engine-adapter.mjs";

const args = process.argv.slice(2);
const optionsNamed = (name) => args.flatMap((arg, i) => (arg === name ? [args[i + 1]] : []));
const datasource = JSON.parse(optionsNamed("--datasource")[0] ?? "{}");

/** Prisma reads the engine's errors from stderr, one JSON object a line. */
function reportError(fields) {
  process.stderr.write(`${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
}

const commands = {
  "create-database": () =>
    runMaintenance(datasource.url, `CREATE DATABASE "${databaseOf(datasource.url)}"`).catch((error) => {
      if (!["42P04", "23505"].includes(error.code)) throw error;
    }),
  "drop-database": () =>
    runMaintenance(datasource.url, `DROP DATABASE IF EXISTS "${databaseOf(datasource.url)}" WITH (FORCE)`),
  "can-connect-to-database": async () => {
    const client = new pg.Client(connectionTo(datasource.url));
    await client.connect();
    await client.end();
  },
};

/** `schema-engine cli <command>`: the few commands that need no schema. */
async function runCommand(name) {
  try {
    await (commands[name] ?? commands["can-connect-to-database"])();
  } catch (error) {
    process.stderr.write("schema-engine (wasm)\n");
    reportError({ ...explainConnection(error), is_panic: false });
    process.exit(1);
  }
}

function explainConnection(error) {
  const { hostname, port, username } = new URL(datasource.url);
  if (error.code === "3D000")
    return { error_code: "P1003", message: `Database \`${databaseOf(datasource.url)}\` does not exist` };
  if (error.code?.startsWith?.("28"))
    return { error_code: "P1000", message: `Authentication failed, the credentials for \`${username}\` are not valid` };
  const server = `\`${hostname}:${port || 5432}\``;
  return { error_code: "P1001", message: `Can't reach database server at ${server} (${error.message})` };
}

/** The loader that Prisma's package leaves out. */
async function loadEngine(factory) {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const glue = await import(pathToFileURL(join(folder, "schema_engine_bg.js")).href);
  const wasm = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const files = optionsNamed("--datamodels").map((path) => [path, readFileSync(path, "utf8")]);
  const options = { datamodels: files.length > 0 ? files : undefined };
  return glue.SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** The WASM module writes its last words here before it aborts. */
function createPanicRegistry() {
  const registry = {
    message: "",
    set_message(message) {
      registry.message = message;
    },
  };
  globalThis.PRISMA_WASM_PANIC_REGISTRY = registry;
  return registry;
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

async function callEngine(engine, { method, params }) {
  if (method === "createDatabase") {
    await commands["create-database"]();
    return { databaseName: databaseOf(datasource.url) };
  }
  const result = await (await engine())[method === "getDatabaseVersion" ? "version" : method](params);
  // The native engine prints a diff itself; its answer to the CLI's request comes after that.
  if (method === "diff" && result?.stdout) send({ id: 1e9, method: "print", params: { content: result.stdout } });
  return result ?? {};
}

async function serve() {
  const panic = createPanicRegistry();
  const factory = createAdapterFactory(datasource);
  const leave = async (code) => {
    await factory.dropShadows();
    process.exit(code);
  };
  process.on("uncaughtException", (error) => {
    reportError({ is_panic: true, message: panic.message || String(error), backtrace: error?.stack });
    leave(101);
  });
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => leave(0));

  let loading;
  const engine = () => {
    loading ??= loadEngine(factory);
    return loading;
  };
  async function answer(request) {
    try {
      send({ id: request.id, result: await callEngine(engine, request) });
    } catch (error) {
      const message = panic.message || error?.message || String(error);
      const data = { is_panic: false, message, error_code: error?.code ?? null, meta: error?.meta ?? null };
      send({ id: request.id, error: { code: 4466, message: "schema engine error", data } });
    }
  }

  const pending = new Set();
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on("line", (line) => {
    const request = JSON.parse(line);
    if (!request.method) return; // the CLI's own answer to `print`
    const answering = answer(request).finally(() => pending.delete(answering));
    pending.add(answering);
  });
  lines.on("close", async () => {
    await Promise.allSettled(pending);
    await leave(0);
  });
}

if (args.includes("--version")) console.log("schema-engine-cli wasm");
else if (args.includes("cli")) await runCommand(args[args.indexOf("cli") + 1]);
else await serve();
