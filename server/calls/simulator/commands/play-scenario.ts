import { type CompanyContext, companyContext, type TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { fillIn } from "@/server/core/fill-in";
import { newId } from "@/server/core/ids";
import { rehearse } from "@/server/core/rehearse";
import { readFinalState } from "../repository";
import { grade } from "../rules/grade";
import { BEGINS_AT, NUMBERS, ZONE } from "../rules/salon";
import type { Scenario } from "../rules/scenario";
import { SCENARIOS } from "../rules/scenarios/all";
import type { PlayScenarioInput, SimulatedCall } from "../schema";
import { toSimulatedCall } from "../views";
import { openStage, readSentCode } from "./open-stage";
import { stageSalon } from "./stage-salon";
import type { Answer, StagedCall } from "./staged-call";

/** The salon's own number, from the range reserved for fiction. */
const OWN_NUMBER = "+498999998000";

// Not audited: nothing of it stays.
/**
 * Plays a written conversation in a salon of its own, which is gone afterwards, and grades what stood there when it was over:
 * no business's rows, figures, messages or bills are touched by it.
 */
export async function playScenario(ctx: CompanyContext, { scenario: name }: PlayScenarioInput): Promise<SimulatedCall> {
  const scenario = SCENARIOS.find((each) => each.name === name);
  if (!scenario) throw notFound("scenario");
  const { actor, requestId } = ctx;
  const salon = companyContext({ companyId: newId(), actor, requestId, now: new Date(BEGINS_AT) });
  return rehearse(salon, (tx) => play(tx, scenario));
}

async function play(tx: TransactionContext, scenario: Scenario): Promise<SimulatedCall> {
  const { from = NUMBERS.anna, language = "de", script, arrange } = scenario;
  const { branchId } = await stageSalon(tx, scenario);
  const before = await readFinalState(tx, { zone: ZONE });
  const isFailing = arrange?.outage !== undefined;
  const talk = openStage(tx, { branchId, language, from, to: OWN_NUMBER, isFailing });
  await talk.begin();
  const scope: Record<string, unknown> = { appointment_id: before.appointments[0]?.id, sms: {} };
  for (const step of script) await take(tx, { talk, step, scope });
  await talk.end();
  const after = await readFinalState(tx, { zone: ZONE });
  const { checks } = grade(scenario, { steps: talk.asked, before, after });
  return toSimulatedCall({ talk, before, after, checks, hasCode: false, currency: "EUR" });
}

interface Turn {
  talk: StagedCall;
  step: Scenario["script"][number];
  scope: Record<string, unknown>;
}

async function take(tx: TransactionContext, { talk, step, scope }: Turn): Promise<void> {
  if ("agent" in step) return talk.agent(String(fillIn(step.agent, scope)));
  if ("user" in step) return talk.user(String(fillIn(step.user, scope)));
  const { function: name, arguments: args, as } = step;
  const answer = await talk.ask(name, fillIn(args, scope) as Answer);
  for (const key of [as, name, name.split("-")[0]]) if (key) scope[key] = answer;
  scope.sms = { code: await readSentCode(tx, talk) };
}
