import { type CompanyContext, requireOwnBranch, type TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { rehearse } from "@/server/core/rehearse";
import { HOUR } from "@/server/core/time";
import { toE164 } from "@/server/customers/rules";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { listBranches } from "@/server/tenancy/queries/list-branches";
import { languageOfCall } from "../../rules/language";
import { readFinalState } from "../repository";
import { AGENT_WORDS } from "../rules/agent-words";
import type { ConverseInput, SimulatedCall } from "../schema";
import { toSimulatedCall } from "../views";
import { openStage, readSentCode } from "./open-stage";
import { ScriptedAgent } from "./scripted-agent";

const NOTHING = {
  appointments: [],
  callbacks: [],
  feesCents: 0,
  outcome: null,
  kept: "nothing" as const,
  customers: 0,
};

// Not audited: nothing of it stays.
/**
 * A conversation that somebody types, with the company's own services, people and times: from its first turn to the last one so
 * far, each time anew, and undone before anybody is answered. So it books nothing, sends nothing and counts nowhere.
 */
export async function converse(ctx: CompanyContext, input: ConverseInput): Promise<SimulatedCall> {
  requireOwnBranch(ctx, input.branchId);
  const now = new Date(Math.min(ctx.now.getTime(), Math.max(input.startedAt.getTime(), ctx.now.getTime() - HOUR)));
  return rehearse({ ...ctx, now }, (tx) => talkThrough(tx, input));
}

async function talkThrough(tx: TransactionContext, input: ConverseInput): Promise<SimulatedCall> {
  const company = await getCompany(tx);
  const branch = (await listBranches(tx)).find(({ id }) => id === input.branchId);
  if (!branch) throw notFound("branch");
  const language = languageOfCall(company.locale);
  const from = input.from ? toE164(input.from, company.country) : null;
  const to = branch.phone ?? "+498999998000";
  const talk = openStage(tx, { branchId: branch.id, language, from, to, isFailing: input.isFailing });
  const agent = new ScriptedAgent(talk, language);
  await talk.begin();
  await talk.agent(AGENT_WORDS[language].hello(company.name));
  for (const { text, readsCode } of input.turns) {
    const code = readsCode ? await readSentCode(tx, talk) : undefined;
    const words = code ? AGENT_WORDS[language].code(code) : text;
    if (!words) continue;
    await talk.user(words);
    await agent.hear(words);
  }
  const hasCode = (await readSentCode(tx, talk)) !== undefined;
  if (input.isOver) await talk.end();
  const after = await readFinalState(tx, { zone: branch.timezone, ...(await talk.traces(tx)) });
  return toSimulatedCall({ talk, before: NOTHING, after, checks: null, hasCode, currency: company.currency });
}
