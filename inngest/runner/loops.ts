import { claimJobs, renewLeases } from "./claim";
import type { RunnerContext } from "./context";
import { fireSchedules } from "./cron";
import type { Dispatcher } from "./dispatcher";
import { type Loop, startLoop } from "./loop";
import { cleanUp, keepTime } from "./maintenance";
import { routeEvents } from "./routing";
import type { Session } from "./session";
import { fireTimers } from "./timers";

const HOUR_MS = 3_600_000;

interface Workers {
  session: Session;
  dispatcher: Dispatcher;
}

/** Everything a worker does of itself, each in its own rhythm; whoever makes work ready wakes the claiming. */
export function startLoops(ctx: RunnerContext, { session, dispatcher }: Workers) {
  const { log, settings } = ctx;
  const loop = (name: string, restMs: number, round: () => Promise<number>): Loop =>
    startLoop({ name, restMs, round, log });
  const thenClaim = (round: () => Promise<number>) => async () => {
    const done = await round();
    if (done) claim.wake();
    return done;
  };
  const claim = loop("claim", 250, async () => {
    const count = dispatcher.free;
    if (count <= 0 || !session.isConnected) return 0;
    const jobs = await claimJobs(ctx, { workerId: session.workerId, count });
    for (const job of jobs) dispatcher.dispatch(job);
    return jobs.length;
  });
  return {
    claim,
    route: loop(
      "route",
      1000,
      thenClaim(() => routeEvents(ctx)),
    ),
    timers: loop(
      "timers",
      250,
      thenClaim(() => fireTimers(ctx)),
    ),
    clock: loop(
      "clock",
      1000,
      thenClaim(async () => (await fireSchedules(ctx)) + (await keepTime(ctx))),
    ),
    clean: loop("clean", HOUR_MS, () => cleanUp(ctx)),
    beat: loop("beat", settings.leaseMs / 3, async () => {
      await renewLeases(ctx, { workerId: session.workerId, jobIds: dispatcher.jobIds });
      return 0;
    }),
  };
}
