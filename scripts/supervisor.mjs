// Keeps child processes running: watches them, starts them again with growing pauses, and ends them in order.
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { signalGroup } from "./processes.mjs";

const PAUSES_MS = [500, 1000, 2000, 5000, 10_000];
const HEALTHY_AFTER_MS = 30_000;
const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/**
 * A supervisor for units `{name, launch, ready, stopSignal?, graceMs?}`: `launch` spawns a detached child (so that a
 * terminal's Ctrl-C reaches only us, and we keep the order), `ready(child, output, log)` answers whether it came up.
 */
export function createSupervisor({ dataDir, say, onChange = () => {}, isVerbose = false }) {
  const units = [];
  const logDir = join(dataDir, "logs");
  let isStopping = false;
  mkdirSync(logDir, { recursive: true });
  process.once("exit", abandon);

  /** Whatever ends us without `stop`, a fault of our own too, leaves no process behind. */
  function abandon() {
    for (const unit of units) if (unit.child && !hasEnded(unit.child)) signalGroup(unit.child.pid, "SIGKILL");
  }

  function launch(unit) {
    const child = unit.launch();
    unit.child = child;
    unit.startedAt = Date.now();
    unit.output = "";
    unit.exited = new Promise((resolve) => {
      child.once("exit", resolve);
      child.once("error", resolve);
    });
    unit.closed = new Promise((resolve) => child.once("close", resolve));
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => record(unit, chunk));
    unit.exited.then(() => handleExit(unit, child));
    onChange(units);
  }

  function record(unit, chunk) {
    unit.output = (unit.output + chunk).slice(-8000);
    unit.log.write(chunk);
    if (isVerbose && unit.isTalkative) process.stdout.write(chunk);
  }

  const isReady = (unit) =>
    unit.ready(
      unit.child,
      () => unit.output,
      (text) => record(unit, text),
    );

  async function handleExit(unit, child) {
    signalGroup(child.pid, "SIGKILL");
    if (isStopping || !unit.isUp) return;
    if (Date.now() - unit.startedAt > HEALTHY_AFTER_MS) unit.deaths = 0;
    const pauseMs = PAUSES_MS[Math.min(unit.deaths, PAUSES_MS.length - 1)];
    unit.deaths += 1;
    say(`${unit.name} ended unexpectedly (${child.signalCode ?? `code ${child.exitCode}`}); starting it again`);
    await delay(pauseMs);
    if (isStopping) return;
    launch(unit);
    const wasReady = await isReady(unit);
    if (wasReady && !isStopping) say(`${unit.name} is up again`);
  }

  async function end(unit) {
    const { child } = unit;
    if (!child || hasEnded(child)) return;
    signalGroup(child.pid, unit.stopSignal ?? "SIGTERM");
    const ended = await Promise.race([unit.exited.then(() => true), delay(unit.graceMs ?? 3000, false)]);
    if (!ended) signalGroup(child.pid, "SIGKILL");
    await unit.exited;
  }

  return {
    units,
    /** Starts a unit and waits until it is ready; one that never comes up is an error with its last words. */
    async start(description) {
      if (isStopping) throw new Error(`${description.name} was not started: stopping`);
      const unit = { deaths: 0, isUp: false, ...description };
      unit.log = createWriteStream(join(logDir, `${unit.name}.log`));
      units.push(unit);
      launch(unit);
      unit.isUp = await isReady(unit);
      if (unit.isUp) return;
      await Promise.race([unit.closed, delay(1000)]);
      throw new Error(`${unit.name} did not start (${join(logDir, `${unit.name}.log`)}):\n${unit.output.trim()}`);
    },
    /** Sends a signal to one unit: to pause it (SIGSTOP, SIGCONT) or to prove that it heals (SIGKILL). */
    signal(name, signal) {
      signalGroup(units.find((unit) => unit.name === name).child.pid, signal);
    },
    /** Ends all units, the last started first. */
    async stop() {
      isStopping = true;
      for (const unit of [...units].reverse()) await end(unit);
      for (const unit of units) unit.log.end();
      process.off("exit", abandon);
    },
    /** Ends all units at once, for somebody who does not want to wait. */
    kill() {
      isStopping = true;
      abandon();
    },
  };
}
