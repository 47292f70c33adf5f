import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { birthOf, findFreePort, isPortTaken } from "../../scripts/processes.mjs";
import { type Demo, demoFile, readDemo } from "./support/demo";
import { type DemoRun, type Place, runDemo } from "./support/demo-script";
import { readRows } from "./support/platform";

/** The copy that all other tests use: it runs all the time, beside those that come and go here. */
const beside = readDemo();
const portOf = (address: string) => Number(new URL(address).port);

let place: Place;
let runs: DemoRun[];
test.beforeEach(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "askproai-demo-script-"));
  chmodSync(dataDir, 0o755);
  place = { dataDir, port: await findFreePort(), sandboxPort: await findFreePort() };
  runs = [];
});
test.afterEach(async () => {
  for (const run of runs) {
    run.interrupt();
    await run.ended;
  }
  rmSync(place.dataDir, { recursive: true, force: true });
});

function start(changed: Partial<Place> = {}): DemoRun {
  const run = runDemo({ ...place, ...changed });
  runs.push(run);
  return run;
}

const inFolder = (name: string) => JSON.parse(readFileSync(join(place.dataDir, name), "utf8"));

async function startAndRead(): Promise<{ run: DemoRun; demo: Demo }> {
  const run = start();
  expect(await run.says("Ctrl-C stops everything."), run.output()).toBe(true);
  return { run, demo: demoFile.parse(inFolder("demo.json")) };
}

interface Noted {
  main: { pid: number; birth: string };
  children: { pid: number; birth: string }[];
}

/** Ctrl-C, and then nothing of it is there any more but its data. */
async function interrupt(run: DemoRun): Promise<void> {
  const { main, children } = inFolder("processes.json") as Noted;
  expect(children).toHaveLength(4);
  run.interrupt();
  expect(await run.ended, run.output()).toBe(0);
  expect(run.output()).toContain("Stopped.");
  expect([main, ...children].filter(({ pid, birth }) => birthOf(pid) === birth)).toEqual([]);
  for (const port of [place.port, place.sandboxPort]) expect(await isPortTaken(port), `${port}`).toBe(false);
}

test("a port or a folder that is taken is named, and nothing is started", async () => {
  const [port, sandboxPort] = [portOf(beside.appUrl), portOf(beside.sandboxUrl)];
  const folder = process.env.E2E_DATA_DIR ?? "";
  const own = (name: string) => join(place.dataDir, name);
  const refusals: [Partial<Place>, string][] = [
    [
      { port, dataDir: own("a") },
      `Port ${port} is in use by another program: choose another one with PORT=${port + 100}`,
    ],
    [
      { sandboxPort, dataDir: own("b") },
      `Port ${sandboxPort} is in use by another program: choose another one with SANDBOX_PORT=`,
    ],
    [{ port: place.sandboxPort, dataDir: own("c") }, `PORT and SANDBOX_PORT are both ${place.sandboxPort}`],
    [{ dataDir: folder }, `${folder} is in use by a running copy`],
  ];
  await Promise.all(
    refusals.map(async ([changed, words]) => {
      const run = start(changed);
      expect(await run.ended, words).toBe(1);
      expect(run.output()).toContain(words);
      expect(run.output()).not.toContain("database is up");
    }),
  );
  expect((await fetch(`${beside.appUrl}/api/health`)).ok).toBe(true);
});

test("a copy starts beside another one, tells how to sign in, ends with Ctrl-C and keeps its data", async () => {
  const first = await startAndRead();
  const { demo } = first;
  expect([demo.appUrl, demo.sandboxUrl].map(portOf)).toEqual([place.port, place.sandboxPort]);
  const [owner] = demo.users;
  for (const told of [demo.appUrl, demo.sandboxUrl, owner?.email ?? "", owner?.password ?? ""])
    expect(first.run.output()).toContain(told);
  for (const address of [`${demo.appUrl}/login`, demo.sandboxUrl, `${beside.appUrl}/login`, beside.sandboxUrl])
    expect((await fetch(address)).ok, address).toBe(true);
  const named = "SELECT name FROM companies WHERE id = $1";
  await readRows(demo, "UPDATE companies SET name = 'Kept' WHERE id = $1", [demo.companyId]);
  expect(await readRows(beside, named, [beside.companyId])).not.toEqual([{ name: "Kept" }]);
  await interrupt(first.run);

  const second = await startAndRead();
  expect(second.run.output()).not.toContain("demo data planted");
  expect(second.demo.users).toEqual(demo.users);
  expect(await readRows(second.demo, named, [demo.companyId])).toEqual([{ name: "Kept" }]);
  await interrupt(second.run);
});
