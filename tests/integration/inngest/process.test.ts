import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, afterEach, expect, it } from "vitest";
import { newId } from "@/server/core/ids";
import { createTables, until } from "./harness";

const tables = createTables();
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => tables.close());

/** `npm run runner`, with what it prints and how it ends. */
function startProcess(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "inngest/runner/main.ts"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const said = { out: "", error: "" };
  child.stdout.on("data", (text) => {
    said.out += text;
  });
  child.stderr.on("data", (text) => {
    said.error += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, said, ended };
}

it("says when it is ready, brings the outbox to the runner, and stops cleanly", async () => {
  const { child, said, ended } = startProcess();
  await until(() => said.out.includes("runner ready\n"), { what: "the start" });
  const id = newId();
  await tables.pool.query("INSERT INTO outbox_events (id, name, payload) VALUES ($1, 'process/told', '{\"n\":1}')", [
    id,
  ]);
  const event = await until(async () => {
    const { rows } = await tables.pool.query(
      "SELECT id, body, routed_at FROM inngest.event WHERE name = 'process/told'",
    );
    return rows[0]?.routed_at ? rows[0] : null;
  });
  expect(event).toMatchObject({ id, body: { data: { n: 1 } } });
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

it("does not start on half a set of keys", async () => {
  const { said, ended } = startProcess({ INNGEST_EVENT_KEY: "key" });
  expect(await ended).toBe(1);
  expect(said.error).toBe("INNGEST_EVENT_KEY is set, but INNGEST_SIGNING_KEY is not.\n");
});

it("does not start without the platform's connection", async () => {
  const { said, ended } = startProcess({ PLATFORM_DATABASE_URL: "" });
  expect(await ended).toBe(1);
  expect(said.error).toContain("PLATFORM_DATABASE_URL");
});
