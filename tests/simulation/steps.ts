import { queueBehindAppointments } from "@/server/calcom/commands/queue-behind-appointments";
import { cancelThere } from "@/server/calcom/conflicts/commands/cancel-there";
import { ignoreConflict, keepOurs } from "@/server/calcom/conflicts/commands/decide-conflict";
import { takeOverConflict } from "@/server/calcom/conflicts/commands/take-over-conflict";
import { decisionsFor } from "@/server/calcom/conflicts/rules";
import { startRun } from "@/server/calcom/reconciliation/commands/start-run";
import { conflictReason } from "@/server/calcom/rules/conflict";
import { AppError } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import { jobOf, ownerOf } from "../support/actors";
import { bring } from "./door";
import { editHere } from "./edits-here";
import { editThere } from "./edits-there";
import { look } from "./look";
import { collect, dueJobs, runJob } from "./runner";
import { letTimePass } from "./time-here";
import { happened, type World } from "./world";

/** One thing that happens; it says what, or null where nothing came of it. */
type Step = (world: World) => Promise<string | null>;

const REQUEST_FAULTS = ["error_500", "lost_answer", "rate_limit", "timeout"] as const;

/** The next requests go wrong, as the sandbox does that. */
const fault: Step = async ({ sandbox, chance }) => {
  const kind = chance.oneOf(REQUEST_FAULTS) ?? "error_500";
  const method = chance.happens(0.6) ? { method: "POST" } : {};
  const count = chance.between(1, 2);
  sandbox.faults.add({ provider: "calcom", kind, rate: 1, count, latencyMs: 0, ...method });
  return `fault ${kind}`;
};

const wait: Step = async (world) => {
  await letTimePass(world, world.chance.between(20, 15 * 60) * 1000);
  return "wait";
};

const arrive: Step = async (world) => take(world, 0, "arrive");
const arriveOutOfTurn: Step = async (world) =>
  take(world, world.chance.between(0, world.wire.length - 1), "arrive out of turn");

async function take(world: World, at: number, what: string): Promise<string | null> {
  const [delivery] = world.wire.splice(at, 1);
  if (!delivery) return null;
  await bring(world, delivery);
  await collect(world);
  return what;
}

const arriveTwice: Step = async (world) => {
  const delivery = world.chance.oneOf(world.wire);
  if (!delivery) return null;
  await bring(world, delivery);
  await collect(world);
  return "arrive twice";
};

const lose: Step = async ({ wire, chance }) =>
  wire.splice(chance.between(0, wire.length - 1), 1).length > 0 ? "lost on the way" : null;

const work: Step = async (world) => {
  const due = dueJobs(world);
  const job = world.chance.happens(0.7) ? due[0] : world.chance.oneOf(due);
  if (!job) return null;
  await runJob(world, job);
  return "work";
};

const sweep: Step = async (world) => {
  await queueBehindAppointments(jobOf(world.company, "sweep-calcom", world.clock.now()));
  await collect(world);
  return "sweep";
};

const compare: Step = async (world) => {
  try {
    await startRun(jobOf(world.company, "reconcile-calcom", world.clock.now()), { kind: "window" });
  } catch (error) {
    if (error instanceof AppError && error.reason === "calcom_run_running") return null;
    throw error;
  }
  await collect(world);
  return "compare";
};

interface OpenConflict {
  id: string;
  reviewReason: string;
  appointmentId: string | null;
}
const OPEN_CONFLICTS = {
  name: "open_conflicts",
  text: `SELECT id, review_reason AS "reviewReason", appointment_id AS "appointmentId" FROM calcom_event_maps
    WHERE company_id = $1 AND drift_status = 'manual_review' AND review_reason IS NOT NULL ORDER BY id`,
};

/** A person settles what waits for one. */
export const decide: Step = async (world) => {
  const { company, chance, clock } = world;
  const open = await look<OpenConflict>({ ...OPEN_CONFLICTS, values: [company.companyId] });
  const one = chance.oneOf(open);
  if (!one) return null;
  const reason = conflictReason.parse(one.reviewReason);
  const possible = decisionsFor({ reason, hasAppointment: one.appointmentId !== null }).filter(
    (each) => each !== "link",
  );
  const decision = chance.oneOf(possible) ?? "ignore";
  const ctx = ownerOf(company, clock.now());
  const DECISIONS = {
    take_over: takeOverConflict,
    keep_ours: keepOurs,
    cancel_there: cancelThere,
    ignore: ignoreConflict,
  };
  try {
    await DECISIONS[decision](ctx, { conflictId: one.id });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  } finally {
    await collect(world);
  }
  world.history.decided.push({ at: clock.now().getTime(), eventMapId: one.id });
  return `decide ${decision}`;
};

const STEPS: Record<string, { weight: number; step: Step }> = {
  here: { weight: 6.5, step: editHere },
  there: { weight: 6.5, step: editThere },
  work: { weight: 9, step: work },
  arrive: { weight: 5.5, step: arrive },
  arriveOutOfTurn: { weight: 4, step: arriveOutOfTurn },
  arriveTwice: { weight: 3, step: arriveTwice },
  lose: { weight: 3.5, step: lose },
  fault: { weight: 2.2, step: fault },
  wait: { weight: 36, step: wait },
  sweep: { weight: 0.7, step: sweep },
  compare: { weight: 0.7, step: compare },
  decide: { weight: 1.5, step: decide },
};
const WEIGHTS = Object.fromEntries(Object.entries(STEPS).map(([name, { weight }]) => [name, weight]));

export async function takeStep(world: World): Promise<void> {
  // Nothing happens twice in the same second.
  world.clock.advance(1000);
  // What finds nothing to do is no step.
  for (;;) {
    const name = world.chance.weighed(WEIGHTS);
    const done = await STEPS[name]?.step(world);
    if (!done) continue;
    happened(world, done);
    return happened(world, `step ${name}`);
  }
}

/** While a request is under way somebody here or there does something, or it just takes long. */
export async function meanwhile(world: World): Promise<void> {
  const what = world.chance.weighed({ here: 4, there: 4, work: 3, slow: 2, arrive: 2 });
  world.clock.advance(1000);
  if (what === "here") await editHere(world);
  if (what === "there") await editThere(world);
  if (what === "work") await work(world);
  if (what === "arrive") await arrive(world);
  if (what === "slow") await letTimePass(world, world.chance.between(1, 2) * MINUTE);
}
