import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { startPostgres } from "../../../scripts/postgres.mjs";
import { choosePostgresHome } from "../../../scripts/postgres-home.mjs";

const folders: string[] = [];

function newFolder(mode: number) {
  const folder = mkdtempSync(join(tmpdir(), "askproai-home-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function select<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("keeps its data from one start to the next", async () => {
    const dir = join(newFolder(0o755), "postgres");
    const first = await startPostgres({ dir, fast: true });
    await select(first.url("postgres"), "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    const second = await startPostgres({ dir, fast: true, persistent: false });
    expect(await select(second.url("postgres"), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it("is asked through a socket of the file system where its folder does not lie too deep", async () => {
    const via = "SELECT inet_server_addr() AS address";
    const near = await startPostgres({ dir: join(newFolder(0o755), "near"), fast: true, persistent: false });
    expect(await select(near.nearUrl("postgres"), via)).toEqual([{ address: null }]);
    expect(await select(near.url("postgres"), via)).toEqual([{ address: "127.0.0.1" }]);
    await near.stop();
    const dir = join(newFolder(0o755), "deep".repeat(30));
    const deep = await startPostgres({ dir, fast: true, persistent: false });
    expect(await select(deep.nearUrl("postgres"), via)).toEqual([{ address: "127.0.0.1" }]);
    await deep.stop();
  });

  it("writes no values of rows into its log", async () => {
    const server = await startPostgres({ dir: join(newFolder(0o755), "postgres"), fast: true, persistent: false });
    const shown = await select(server.url("postgres"), "SHOW log_error_verbosity");
    expect(shown).toEqual([{ log_error_verbosity: "terse" }]);
    await server.stop();
  });

  it("runs from a folder that only its owner can enter", async () => {
    const dir = join(newFolder(0o700), "postgres");
    const server = await startPostgres({ dir, fast: true, persistent: false });
    expect(await select(server.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await server.stop();
    const { folder } = choosePostgresHome(dir);
    folders.push(folder);
    if (process.getuid?.() === 0) expect(folder.startsWith(join(tmpdir(), "askproai-"))).toBe(true);
    else expect(folder).toBe(dir);
  });

  it("takes over from a server that a killed run left behind", async () => {
    const dir = join(newFolder(0o755), "postgres");
    const program = `
      import { startPostgres } from "./scripts/postgres.mjs";
      const server = await startPostgres({ dir: process.argv[1], fast: true });
      console.log(server.port);
      setInterval(() => {}, 1000);`;
    const run = spawn(process.execPath, ["--input-type=module", "-e", program, dir]);
    const port = await new Promise<string>((resolve) =>
      run.stdout.once("data", (chunk) => resolve(String(chunk).trim())),
    );
    run.kill("SIGKILL");
    const server = await startPostgres({ dir, fast: true, persistent: false });
    expect(await select(server.url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(server.port).not.toBe(Number(port));
    expect(() => execFileSync("bash", ["-c", `exec 3<>/dev/tcp/127.0.0.1/${port}`], { stdio: "ignore" })).toThrow();
    await server.stop();
  });
});
