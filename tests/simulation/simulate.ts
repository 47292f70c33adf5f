import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { platformClient } from "@/server/core/db";
import { DAY, HOUR } from "@/server/core/time";
import { ownerOf } from "../support/actors";
import { checkAlike } from "./alike";
import { within } from "./clock";
import { bring, passOn } from "./door";
import { tooRareIn } from "./floors";
import { checkFacts, listUnsettled } from "./invariants";
import { collect, isAnyNewsLeft, workOffAll } from "./runner";
import { checkSaidThere } from "./said-there";
import { meanwhile, takeStep } from "./steps";
import { letTimePass } from "./time-here";
import { createWorld, type World } from "./world";

export interface Simulated {
  seed: number;
  wrongs: string[];
  tally: Map<string, number>;
  trace: string[];
}

/** A run from its first step to the comparison after the last; says what was wrong. */
export async function simulate({ seed, steps }: { seed: number; steps: number }): Promise<Simulated> {
  const world = await createWorld(seed);
  const send: typeof fetch = (url, init) => passOn(world, new URL(String(url)), init ?? {});
  return within({ clock: world.clock, send }, async () => {
    try {
      await runToItsEnd(world, steps);
    } catch (error) {
      // What led to it stands in the trace.
      world.wrongs.push(`it broke: ${error instanceof Error ? error.stack : error}`);
    }
    return { seed, wrongs: world.wrongs, tally: world.tally, trace: world.trace };
  });
}

async function runToItsEnd(world: World, steps: number): Promise<void> {
  world.meanwhile = meanwhile;
  for (let step = 0; step < steps; step++) await takeStep(world);
  if (steps >= 1000) world.wrongs.push(...tooRareIn(world.tally));
  await becomeQuiet(world);
  await reconcile(world);
  await checkAlike(world);
  await checkFacts(world);
  await checkSaidThere(world);
  await checkSettled(world);
}

/** Nothing goes wrong any more, and what is still on its way arrives or never will. */
async function becomeQuiet(world: World): Promise<void> {
  world.isQuiet = true;
  world.sandbox.faults.clear();
  for (const delivery of world.wire.splice(0)) if (world.chance.happens(0.5)) await bring(world, delivery);
  await letTimePass(world, 2 * HOUR);
  await collect(world);
  await workOffAll(world);
  world.wire.splice(0);
}

/** One comparison of everything, also of what is over by now, with what it asks for. */
async function reconcile(world: World): Promise<void> {
  const { company, clock } = world;
  await letTimePass(world, HOUR);
  const { runId: id } = await startRun(ownerOf(company, clock.now()), { kind: "horizon" });
  // The year ahead is empty but for these days.
  const windowUntil = new Date(clock.now().getTime() + 7 * DAY);
  await platformClient().calcomSyncRun.update({ where: { id }, data: { windowUntil } });
  await collect(world);
  await workOffAll(world);
}

/** Another comparison finds nothing to do. */
async function checkSettled(world: World): Promise<void> {
  const stateOf = () => JSON.stringify([...world.sandbox.calcom.bookings.values()]);
  for (const delivery of world.wire.splice(0)) await bring(world, delivery);
  await collect(world);
  await workOffAll(world);
  const before = stateOf();
  await reconcile(world);
  if (await isAnyNewsLeft(world)) world.wrongs.push("something was published that nobody took");
  if (stateOf() !== before) world.wrongs.push("a second comparison changes something over there");
  world.wrongs.push(...(await listUnsettled(world)));
}
