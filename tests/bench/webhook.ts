import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Demo } from "../e2e/support/demo";
import { signedRequest } from "../support/phone-requests";
import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { compareLoads, type Load, type LoadRequest } from "./load";
import { createYardstickTables, toInsert } from "./yardsticks";

const EVENTS = ["call_started", "call_ended", "call_analyzed"] as const;
/** A conversation of about two minutes, as the provider retells it. */
const TURNS = Array.from({ length: 14 }, (_, n) => ({
  role: n % 2 === 0 ? "agent" : "user",
  content:
    n % 2 === 0
      ? "Sehr gern, wann würde es Ihnen denn am besten passen?"
      : "Am liebsten nächsten Donnerstag Nachmittag.",
}));

/** How fast deliveries are acknowledged, beside a route that only inserts one row; the job runner stands still meanwhile. */
export async function benchWebhook({ demo, whilePaused }: BenchCopy): Promise<Figure[]> {
  await createYardstickTables(demo.databaseUrl);
  const run = randomBytes(4).toString("hex");
  return whilePaused("runner", async () => {
    const four = await compare(demo, { run: `${run}_4`, callers: 4 });
    const sixteen = await compare(demo, { run: `${run}_16`, callers: 16 });
    await requireLogged(demo, { run, count: four.sent + sixteen.sent });
    const insert = { name: "http.insert.perSecond", value: round(four.insert.perSecond) };
    const ratio = round(four.webhook.perSecond / four.insert.perSecond);
    const crowded = round(sixteen.webhook.perSecond / sixteen.insert.perSecond);
    return [
      { ...insert, unit: "1/s" },
      { name: "webhook.ack.p95Ms", value: round(four.webhook.p95Ms), unit: "ms", goal: { atMost: 50 } },
      { name: "webhook.ack.p95Ms.callers16", value: round(sixteen.webhook.p95Ms), unit: "ms" },
      { name: "webhook.rateRatio", value: ratio, unit: "×", yardstick: insert, goal: { atLeast: 0.7 } },
      { name: "webhook.rateRatio.callers16", value: crowded, unit: "×", goal: { atLeast: 0.7 } },
    ];
  });
}

async function compare(demo: Demo, { run, callers }: { run: string; callers: number }) {
  let sent = 0;
  const load: Load = {
    baseUrl: demo.appUrl,
    callers,
    request: (n) => {
      sent += 1;
      return delivery(demo, { run, n });
    },
  };
  const insert: Load = { ...load, request: async (n) => toInsert(await delivery(demo, { run, n })) };
  return { ...(await compareLoads({ webhook: load, insert })), sent };
}

/** Every delivery is a new one: three events for each call. */
function delivery(
  { retellApiKey, phoneNumber, agentId }: Demo,
  { run, n }: { run: string; n: number },
): Promise<LoadRequest> {
  const event = EVENTS[n % EVENTS.length];
  const parties = { from_number: "+4917612345678", to_number: phoneNumber, agent_id: agentId, direction: "inbound" };
  const start_timestamp = Date.now() - 120_000;
  const told = {
    transcript: TURNS.map(({ role, content }) => `${role}: ${content}`).join("\n"),
    transcript_object: TURNS,
  };
  const call = {
    call_id: `call_bench_${run}_${Math.floor(n / EVENTS.length)}`,
    call_type: "phone_call",
    start_timestamp,
  };
  const ended = { ...told, call_status: "ended", end_timestamp: Date.now(), disconnection_reason: "user_hangup" };
  const rest = event === "call_started" ? { call_status: "ongoing" } : ended;
  return signedRequest(retellApiKey, "/webhooks/retell", { event, call: { ...call, ...parties, ...rest } });
}

/** An acknowledgement is a promise: as many rows as answers, none twice. */
async function requireLogged(
  { platformDatabaseUrl }: Demo,
  { run, count }: { run: string; count: number },
): Promise<void> {
  const platform = new pg.Client({ connectionString: platformDatabaseUrl });
  await platform.connect();
  try {
    const sql = "SELECT count(*)::int AS logged FROM webhook_logs WHERE status = 'received' AND external_id LIKE $1";
    const { rows } = await platform.query<{ logged: number }>(sql, [`%:call\\_bench\\_${run}\\_%`]);
    if (rows[0]?.logged !== count) throw new Error(`${count} deliveries acknowledged, ${rows[0]?.logged} logged`);
  } finally {
    await platform.end();
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
