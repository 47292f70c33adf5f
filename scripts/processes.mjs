// Processes: are they alive, what are they, and how do they end.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** Says whether a process with this id exists (as somebody else's, too). */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The command line of a process, empty when there is none: an id alone may long be somebody else's. */
export function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** When a process began, empty when there is none: with the id it names one process for good. */
export function birthOf(pid) {
  try {
    if (process.platform !== "linux")
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "";
    const [state, ...fields] = afterName.split(" ");
    return state === "Z" ? "" : (fields[18] ?? "");
  } catch {
    return "";
  }
}

/** Sends a signal to a process group, or to the process alone where it leads none; never throws. */
export function signalGroup(pid, signal) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {}
  }
}

/** Waits for a condition, polling; answers whether it came true in time. */
export async function waitUntil(condition, { timeoutMs, everyMs = 50 }) {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await delay(everyMs);
  }
  return true;
}

/** Ends a process that is not our child: politely, then for good. */
export async function endProcess(pid, { signal = "SIGTERM", graceMs = 3000 } = {}) {
  signalGroup(pid, signal);
  if (await waitUntil(() => commandOf(pid) === "", { timeoutMs: graceMs })) return;
  signalGroup(pid, "SIGKILL");
  await waitUntil(() => commandOf(pid) === "", { timeoutMs: 5000 });
}

/** A port of 127.0.0.1 that nobody uses now. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Says whether somebody listens on this port already, on any local address. One after the other: they exclude each other. */
export async function isPortTaken(port) {
  for (const host of ["127.0.0.1", "::1", "0.0.0.0"]) if (await listenFails(port, host)) return true;
  return false;
}

function listenFails(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error) => resolve(error.code === "EADDRINUSE"));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}
