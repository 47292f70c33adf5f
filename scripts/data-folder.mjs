// A copy's data folder belongs to one run at a time, which notes its processes there.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { birthOf, endProcess } from "./processes.mjs";

/**
 * Takes the folder for this run. Another run that is alive keeps it (an error says so); what a killed run left
 * behind is ended first. Answers how to note the children and how to give the folder back.
 */
export async function takeDataFolder(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "processes.json");
  await clearAfterKilledRun(file, dataDir);
  const note = (children) => {
    writeFileSync(`${file}.new`, JSON.stringify({ main: describe(process.pid), children }));
    renameSync(`${file}.new`, file);
  };
  note([]);
  return {
    note: (units) => note(units.map((unit) => ({ ...describe(unit.child.pid), signal: unit.stopSignal }))),
    release: () => rmSync(file, { force: true }),
  };
}

/** A process id with its birth: the id alone may belong to somebody else by the next start. */
const describe = (pid) => ({ pid, birth: birthOf(pid) });

const isStill = ({ pid, birth }) => birth !== "" && birthOf(pid) === birth;

async function clearAfterKilledRun(file, dataDir) {
  const { main, children } = readNote(file);
  if (main && main.pid !== process.pid && isStill(main))
    throw new Error(
      `${dataDir} is in use by a running copy (process ${main.pid}). Stop it, or start a second one beside it:\n` +
        "  DATA_DIR=.data-2 PORT=3100 SANDBOX_PORT=3101 npm run demo",
    );
  for (const { pid, signal } of children.filter(isStill).reverse()) await endProcess(pid, { signal });
}

function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { main: null, children: [] };
  }
}
