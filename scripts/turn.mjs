// One at a time, across processes: two copies in one checkout must not build into each other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isAlive } from "./processes.mjs";
import { ROOT } from "./settings.mjs";

/** Waits until nobody else holds the turn of this name, takes it, and answers how to give it back. */
export async function takeTurn(name) {
  const folder = join(ROOT, "node_modules/.cache");
  const file = join(folder, `askproai-${name}.turn`);
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await delay(250);
  }
}

/** A holder that was killed gives nothing back; an empty file is one that is being written. */
function isAbandoned(file) {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    return holder > 0 && !isAlive(holder);
  } catch {
    return false;
  }
}
