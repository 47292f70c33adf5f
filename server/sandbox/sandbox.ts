import { RateLimit } from "./calcom/rate-limit";
import { CalcomState } from "./calcom/state";
import { Clock } from "./clock";
import type { SandboxConfig } from "./config";
import { Dice } from "./dice";
import { Faults } from "./faults";
import { Deliveries } from "./http/deliveries";
import type { Outcome } from "./outcome";
import { ResendState } from "./resend/state";
import { RetellState } from "./retell/state";
import { PlayedCalls } from "./telephone/played-calls";
import { TwilioState } from "./twilio/state";

/** Everything the doubles share: how they were configured and what they remember. */
export interface Sandbox {
  config: SandboxConfig;
  /** Where it answers; known once it does. */
  address: string;
  clock: Clock;
  now: () => Date;
  dice: Dice;
  faults: Faults;
  deliveries: Deliveries;
  calcom: CalcomState;
  calcomRateLimit: RateLimit;
  resend: ResendState;
  twilio: TwilioState;
  retell: RetellState;
  playedCalls: PlayedCalls;
  /** How messages to some addresses end, where it is not as usual. */
  outcomes: Map<string, Outcome>;
}

export function createSandbox(config: SandboxConfig): Sandbox {
  const clock = new Clock(config.now ?? (() => new Date()));
  const dice = new Dice(config.seed);
  const faults = new Faults(() => config.random ?? dice.fork());
  return {
    config,
    address: `http://127.0.0.1:${config.port ?? 0}`,
    clock,
    now: clock.now,
    dice,
    faults,
    deliveries: new Deliveries(clock.now, faults),
    calcom: new CalcomState(config.calcomApiKeys),
    calcomRateLimit: new RateLimit(config.calcomRateLimit ?? 120),
    resend: new ResendState(),
    twilio: new TwilioState(),
    retell: new RetellState(),
    playedCalls: new PlayedCalls(),
    outcomes: new Map(),
  };
}

/** Forgets what was sent, booked and said, and every fault. With `everything` also accounts, agents and subscribers. */
export function resetSandbox(sandbox: Sandbox, { everything }: { everything: boolean }): void {
  const states = [sandbox.calcom, sandbox.resend, sandbox.twilio, sandbox.retell];
  for (const state of states) everything ? state.resetAll() : state.resetTraffic();
  sandbox.playedCalls.clear();
  sandbox.deliveries.clear();
  sandbox.calcomRateLimit.clear();
  sandbox.faults.clear();
  sandbox.outcomes.clear();
  sandbox.clock.reset();
}
