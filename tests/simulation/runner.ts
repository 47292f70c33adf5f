import { processCalcomWebhook } from "@/server/calcom/commands/process-calcom-webhook";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { failRun, workOffRun } from "@/server/calcom/reconciliation/commands/work-off-run";
import { AppError } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import { jobOf } from "../support/actors";
import { takeNews } from "./clock";
import { appeared, published } from "./history";
import { look } from "./look";
import { letTimePass } from "./time-here";
import { happened, type World } from "./world";

type Work =
  | { kind: "push"; appointmentId: string; isPatient?: boolean }
  | { kind: "webhook"; deliveryId: string }
  | { kind: "compare"; runId: string };

export interface Job {
  work: Work;
  dueAt: number;
  attempt: number;
  waits: number;
  /** Ends whoever works on it now, at once. */
  end: () => void;
  isRunning: boolean;
}

/** As the functions of inngest/calcom are declared: a try more than its retries, with these pauses. */
const PAUSES_MINUTES = [1, 5, 15];
const MOST_WAITS = { push: 15, webhook: 20, compare: 400 };
const CHANGES = /^appointment\/(booked|confirmed|rescheduled|cancelled|restored|status\.changed)$/;

interface Fact {
  id: string;
  name: string;
  payload: Record<string, string>;
}
const TAKE_FACTS = {
  name: "take_facts",
  text: "DELETE FROM outbox_events WHERE company_id = $1 RETURNING id::text, name, payload",
};

/** What was published since, as the runner takes it: facts become jobs. */
export async function collect(world: World): Promise<void> {
  if (!takeNews()) return;
  const facts = await look<Fact>({ ...TAKE_FACTS, values: [world.company.companyId] });
  for (const { name, payload } of facts.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { appointmentId = "", deliveryId = "", runId = "" } = payload;
    published(world, name, appointmentId);
    if (name === "appointment/booked") appeared(world, appointmentId);
    if (name === "calcom/webhook.received") add(world, { kind: "webhook", deliveryId });
    if (name === "calcom/run.requested") add(world, { kind: "compare", runId });
    if (name === "calcom/sync.owed") add(world, { kind: "push", appointmentId, isPatient: true });
    if (name === "calcom/sync.requested" || isWritten(name, payload)) add(world, { kind: "push", appointmentId });
  }
}

/** That none was overlooked. */
export async function isAnyNewsLeft({ company }: World): Promise<boolean> {
  const text = "SELECT FROM outbox_events WHERE company_id = $1 LIMIT 1";
  return (await look({ name: "facts_left", text, values: [company.companyId] })).length > 0;
}

const isWritten = (name: string, { to }: Record<string, string>): boolean =>
  CHANGES.test(name) && (!name.endsWith("status.changed") || to === "no_show");

function add({ jobs, clock }: World, work: Work): void {
  const dueAt = clock.now().getTime();
  jobs.push({ work, dueAt, attempt: 0, waits: 0, isRunning: false, end: () => undefined });
}

/** One at a time for each appointment and each company's comparison, as their concurrency says. */
const keyOf = ({ work }: Job): string =>
  work.kind === "push" ? work.appointmentId : work.kind === "webhook" ? work.deliveryId : "compare";

export function dueJobs({ jobs, clock }: World): Job[] {
  const busy = new Set(jobs.filter(({ isRunning }) => isRunning).map(keyOf));
  const now = clock.now().getTime();
  return jobs.filter((job) => !job.isRunning && job.dueAt <= now && !busy.has(keyOf(job)));
}

const stacks = new WeakMap<World, Job[]>();
export const currentJob = (world: World): Job | undefined => stacks.get(world)?.at(-1);

/** One try of a job, to its end or to that of its process. */
export async function runJob(world: World, job: Job): Promise<void> {
  const stack = stacks.get(world) ?? [];
  stacks.set(world, stack);
  const isKilled = new Promise<"killed">((end) => {
    job.end = () => end("killed");
  });
  job.isRunning = true;
  stack.push(job);
  const isLastTry = job.attempt >= PAUSES_MINUTES.length || job.waits >= MOST_WAITS[job.work.kind];
  const outcome = await Promise.race([
    isKilled,
    perform(world, job.work, isLastTry).then(Object, (error: unknown) => ({ error })),
  ]);
  stack.splice(stack.indexOf(job), 1);
  job.isRunning = false;
  happened(
    world,
    `job ${job.work.kind}`,
    `${Object.values(job.work)[1]} ${outcome === "killed" ? outcome : JSON.stringify(outcome, (key, value) => (key === "error" ? String(value) : value))}`,
  );
  await goOn(world, job, outcome);
  await collect(world);
}

type Outcome = "killed" | { error: unknown } | { state: string; seconds?: number };

async function goOn(world: World, job: Job, outcome: Outcome): Promise<void> {
  const { chance, clock, jobs, company } = world;
  const now = clock.now().getTime();
  const forget = () => jobs.splice(jobs.indexOf(job), 1);
  if (outcome === "killed") {
    job.dueAt = now + chance.between(5, 300) * 1000;
    job.attempt += 1;
    // Also the runner may forget.
    if (job.attempt > PAUSES_MINUTES.length || chance.happens(0.1)) forget();
    return;
  }
  if ("error" in outcome) {
    const { error } = outcome;
    if (!(error instanceof AppError)) throw error;
    const mayPass = error.status >= 500 || error.code === "VERSION_CONFLICT" || error.code === "RATE_LIMITED";
    const pause = PAUSES_MINUTES[job.attempt];
    job.attempt += 1;
    if (mayPass && pause) {
      job.dueAt = now + pause * MINUTE;
      return;
    }
    const { work } = job;
    if (work.kind === "compare")
      await failRun(jobOf(company, "compare-with-calcom", clock.now()), { runId: work.runId, error });
    forget();
    return;
  }
  const { state, seconds = 0 } = outcome;
  const isOver = state !== "waiting" && state !== "more";
  if (isOver || job.waits >= MOST_WAITS[job.work.kind]) {
    // What was done may be done again: its report was lost.
    if (world.isQuiet || !chance.happens(0.05)) forget();
    return;
  }
  job.waits += 1;
  job.dueAt = now + seconds * 1000;
}

function perform({ company, clock }: World, work: Work, isLastTry: boolean): Promise<object> {
  const now = clock.now();
  if (work.kind === "push")
    return pushAppointment(jobOf(company, "sync-appointment-to-calcom", now), {
      appointmentId: work.appointmentId,
      isPatient: work.isPatient ?? false,
      isLastTry,
    });
  if (work.kind === "webhook")
    return processCalcomWebhook(jobOf(company, "process-calcom-webhook", now), {
      deliveryId: work.deliveryId,
      isLastTry,
    });
  return workOffRun(jobOf(company, "compare-with-calcom", now), { runId: work.runId });
}

/** Everything that waits is worked off, however long that takes. */
export async function workOffAll(world: World): Promise<void> {
  for (let rounds = 0; world.jobs.length > 0; rounds++) {
    if (rounds > 5000) throw new Error(`the jobs do not come to an end: ${JSON.stringify(world.jobs.slice(0, 3))}`);
    const [job] = dueJobs(world);
    if (job) await runJob(world, job);
    else {
      const next = Math.min(...world.jobs.map(({ dueAt }) => dueAt));
      await letTimePass(world, Math.max(1000, next - world.clock.now().getTime()));
    }
  }
}
