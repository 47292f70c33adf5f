import { POST as answerFunction } from "@/app/api/retell/[function]/route";
import { POST as receive } from "@/app/webhooks/retell/route";
import { verificationCodePlace } from "@/server/calls/rules/verification-code";
import type { Played } from "@/server/calls/simulator/rules/played";
import { BEGINS_AT, NUMBERS } from "@/server/calls/simulator/rules/salon";
import type { Scenario } from "@/server/calls/simulator/rules/scenario";
import { decrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { createSandbox } from "@/server/sandbox/sandbox";
import { callOrder } from "@/server/sandbox/telephone/order";
import { startCall } from "@/server/sandbox/telephone/play-call";
import { Clock, within } from "../simulation/clock";
import { processCallEvents } from "../support/process-calls";
import { PROVIDER_KEYS } from "../support/provider-keys";
import { readFinalState } from "./final-state";
import { arrange, createSalon, type Salon } from "./salon";

const APP_URL = "http://app.evaluation";

/** Plays a conversation as the provider would, signed, against the product's own doors, by a clock that stands still. */
export async function play(scenario: Scenario): Promise<Played> {
  const clock = new Clock(BEGINS_AT);
  const sms: { code?: string | undefined } = {};
  const values: Record<string, unknown> = { sms };
  let salon: Salon | null = null;
  const send: typeof fetch = async (url, init) => {
    const response = await deliver(new Request(String(url), init as RequestInit));
    if (salon) sms.code = await codeOf(salon);
    return response;
  };
  return within({ clock, send }, async () => {
    salon = await createSalon(scenario);
    if (scenario.arrange) await arrange(salon, scenario.arrange);
    const before = await readFinalState(salon);
    values.appointment_id = before.appointments[0]?.id;
    const sandbox = createSandbox({ ...PROVIDER_KEYS, appUrl: APP_URL, now: clock.now, seed: 1 });
    const { script, from = NUMBERS.anna } = scenario;
    const parties = { to_number: salon.company.toNumber, agent_id: salon.company.retellAgentId, from_number: from };
    const order = { ...callOrder.parse({ ...parties, script }), ...parties, values };
    const { steps } = await startCall(sandbox, order).finished;
    await processCallEvents(salon.company);
    return { steps, before, after: await readFinalState(salon) };
  });
}

function deliver(request: Request): Promise<Response> {
  const [, name] = /^\/api\/retell\/([\w-]+)$/.exec(new URL(request.url).pathname) ?? [];
  if (name) return answerFunction(request, { params: Promise.resolve({ function: name }) });
  return receive(request);
}

/** What the text message says that the caller has just been sent. */
async function codeOf({ company: { companyId } }: Salon): Promise<string | undefined> {
  const event = await platformClient().outboxEvent.findFirst({
    where: { companyId, name: "call/verification.requested" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  if (!event) return undefined;
  const { codeEncrypted, customerId } = event.payload as { codeEncrypted: string; customerId: string };
  return decrypt(codeEncrypted, verificationCodePlace(customerId));
}
