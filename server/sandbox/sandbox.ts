import { RateLimit } from "./calcom/rate-limit";
import { CalcomState } from "./calcom/state";
import type { SandboxConfig } from "./config";
import { Faults } from "./faults";
import { Deliveries } from "./http/deliveries";
import { ResendState } from "./resend/state";
import { RetellState } from "./retell/state";
import { PlayedCalls } from "./telephone/played-calls";
import { TwilioState } from "./twilio/state";

/** Everything the doubles share: how they were configured and what they remember. */
export interface Sandbox {
  config: SandboxConfig;
  now: () => Date;
  faults: Faults;
  deliveries: Deliveries;
  calcom: CalcomState;
  calcomRateLimit: RateLimit;
  resend: ResendState;
  twilio: TwilioState;
  retell: RetellState;
  playedCalls: PlayedCalls;
}

export function createSandbox(config: SandboxConfig): Sandbox {
  const now = config.now ?? (() => new Date());
  return {
    config,
    now,
    faults: new Faults(config.random ?? Math.random),
    deliveries: new Deliveries(now),
    calcom: new CalcomState(config.calcomApiKeys),
    calcomRateLimit: new RateLimit(config.calcomRateLimit ?? 120),
    resend: new ResendState(),
    twilio: new TwilioState(),
    retell: new RetellState(),
    playedCalls: new PlayedCalls(),
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
}
