import { readdirSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { companyState, idsOf } from "../../support/database-state";
import { isFault, numRuns, seed } from "../../support/fuzz-settings";
import { HOSTILE_KEYS, hostileValue } from "../../support/hostile-values";
import { createPopulatedCompany, type PopulatedCompany } from "../../support/populated-company";
import { browserHeaders, programSessionOf, sessionOf } from "../../support/signed-in";

interface Door {
  /** What it reads from its address. */
  query?: string[];
  path?: string[];
}

const PERIOD = ["from", "until", "search", "order"];
const WHO = ["actorKind", "actorId", "action", "subjectType", "subjectId"];
const FILTERS = [...PERIOD, "status", "branchId", "serviceId", "staffId", "customerId", "type", "category", "page"];

/** Every door that is a file of its own, with what it takes. */
const DOORS: Record<string, Door> = {
  ".well-known/security.txt": {},
  "api/account/avatar": {},
  "api/account/avatar/[userId]": { path: ["userId"] },
  "api/calls/[callId]/recording": { path: ["callId"] },
  "api/csp-report": {},
  "api/exports/audit-log": { query: [...PERIOD, ...WHO] },
  "api/exports/import-problems": { query: ["importId", ...FILTERS] },
  "api/exports/modifications": { query: FILTERS },
  "api/exports/notifications": { query: FILTERS },
  "api/exports/platform-audit-log": { query: [...PERIOD, ...WHO] },
  "api/exports/resources": { query: FILTERS },
  "api/exports/services": { query: FILTERS },
  "api/exports/staff": { query: FILTERS },
  "api/health": {},
  "api/health/detailed": {},
  "api/imports/appointments": { query: ["branchId", "fileName"] },
  "api/retell/[function]": { path: ["function"] },
  "api/retell/webhook": {},
  "api/staff/[staffId]/photo": { path: ["staffId"], query: ["v"] },
  "api/v2/openapi.json": {},
  "api/calcom/webhook": {},
  "api/webhook": {},
  "api/webhooks/calcom": {},
  "api/webhooks/monitor": { query: ["hours"] },
  "c/[token]/calendar.ics": { path: ["token"] },
  "webhooks/calcom": {},
  "webhooks/calcom/[companyKey]": { path: ["companyKey"] },
  "webhooks/resend": {},
  "webhooks/retell": {},
  "webhooks/stripe": {},
  "webhooks/twilio": {},
};

/** Doors that are walked elsewhere, or are shut. */
const ELSEWHERE: Record<string, string> = {
  "api/[...path]": "every REST operation has a walk of its own",
  "api/trpc/[trpc]": "and every procedure",
  "api/auth/[...nextauth]": "its library loads within Next only: the browser tests knock there",
  "api/inngest": "the runner's, by its own signature: tests/integration/inngest/door.test.ts",
  "api/bench/empty": "shut wherever nothing is measured",
  "api/bench/insert": "shut wherever nothing is measured",
  "api/bench/list": "shut wherever nothing is measured",
  "api/bench/take": "shut wherever nothing is measured",
};

const found = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("/route.ts"))
  .map((path) => path.slice(0, -"/route.ts".length).replace(/\([^)]+\)\//g, ""));

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Handler = (request: Request, place: { params: Promise<object> }) => Promise<Response>;
/** That somebody took a file along is an entry of the log. */
const LOGGED = ["activity_logs", "audit_heads", "outbox_events"];
const unlogged = (state: Record<string, string>) =>
  Object.fromEntries(Object.entries(state).filter(([table]) => !LOGGED.includes(table)));

let ours: PopulatedCompany;
let theirs: PopulatedCompany;
let foreign: string[];
beforeAll(async () => {
  [ours, theirs] = [await createPopulatedCompany(), await createPopulatedCompany()];
  foreign = await idsOf(theirs.companyId);
});

/** The same values for each field of each door. */
const hostile = () => fc.sample(hostileValue(foreign), { seed, numRuns });
const plain = (_key: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
function written(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value, plain) ?? "undefined";
  } catch {
    return "{";
  }
}
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "�");
/** What a header can carry at all. */
const inHeader = (text: string) => text.replace(/[^\x20-\x7e]/g, "?").slice(0, 2000);

interface Sent {
  query?: Record<string, string>;
  params?: Record<string, string>;
  body?: string;
  headers?: Record<string, string>;
}

/** One request for each place that a value can be put into. */
function requestsWith(text: string, { query = [], path = [] }: Door): Sent[] {
  const headers = ["accept-language", "if-none-match", "x-request-id", "x-company-id", "user-agent", "content-type"];
  return [
    ...[...query, ...HOSTILE_KEYS].map((name) => ({ query: { [name]: text } })),
    ...path.map((name) => ({ params: { [name]: text } })),
    { body: text },
    ...headers.map((name) => ({ headers: { [name]: inHeader(text) } })),
  ];
}

const inAddress = (text: string) => encodeURIComponent(wellFormed(text).slice(0, 3000));

function toRequest(door: string, { method, sent, who }: { method: string; sent: Sent; who: Headers }): Request {
  const { query = {}, params = {}, body = "{}", headers = {} } = sent;
  const address = door.replace(/\[(\w+)\]/g, (_, name: string) => inAddress(params[name] ?? "x") || "-");
  const search = Object.entries(query).map((pair) => pair.map(inAddress).join("="));
  const all = new Headers({ "content-type": "application/json", ...Object.fromEntries(who), ...headers });
  const init = { method, headers: all, ...(method !== "GET" && { body: wellFormed(body).slice(0, 200_000) }) };
  return new Request(`http://localhost:3000/${address}?${search.join("&")}`, init);
}

/** `told` is all that this door has heard: what somebody asked for stands in the log that they may read. */
async function expectCalm(response: Response, { sent, told }: { sent: Sent; told: string }): Promise<void> {
  const answer = await response.text();
  expect(isFault(response.status), `${JSON.stringify(sent).slice(0, 300)}: ${answer.slice(0, 300)}`).toBe(false);
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  if (response.status >= 400 && isJson)
    expect(JSON.parse(answer)).toMatchObject({
      success: false,
      error: { code: expect.not.stringMatching("INTERNAL") },
    });
  expect(foreign.filter((id) => answer.includes(id) && !told.includes(id))).toEqual([]);
}

it("every door that is a file is walked here, or says where", () => {
  expect([...Object.keys(DOORS), ...Object.keys(ELSEWHERE)].sort()).toEqual([...found].sort());
});

describe("whatever is sent to a door that is a file of its own", () => {
  const cases = Object.entries(DOORS);
  it.each(cases)("%s answers without a fault, a leak, or a trace", async (door, takes) => {
    const module = `@/app/${door}/route`;
    const handlers = (await import(module)) as Partial<Record<string, Handler>>;
    const [theirState, ownState] = [await companyState(theirs.companyId), await companyState(ours.companyId)];
    const callers = [
      browserHeaders(await sessionOf(ours.owner, ours.companyId)),
      new Headers({ authorization: `Bearer ${await programSessionOf(ours.owner, ours.companyId)}` }),
      new Headers(),
    ];
    const statuses: number[] = [];
    let told = "";
    for (const method of METHODS) {
      const handler = handlers[method];
      if (!handler) continue;
      for (const [at, text] of hostile().map(written).entries())
        for (const sent of requestsWith(text, takes)) {
          const who = callers[at % callers.length] ?? new Headers();
          const params = Object.fromEntries((takes.path ?? []).map((name) => [name, sent.params?.[name] ?? "x"]));
          const response = await handler(toRequest(door, { method, sent, who }), { params: Promise.resolve(params) });
          statuses.push(response.status);
          told += text;
          await expectCalm(response, { sent, told });
        }
      if (method === "GET") expect(unlogged(await companyState(ours.companyId))).toEqual(unlogged(ownState));
    }
    expect(statuses.length).toBeGreaterThan(numRuns);
    expect(await companyState(theirs.companyId)).toEqual(theirState);
  });
});
