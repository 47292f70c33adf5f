import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

vi.hoisted(() => {
  process.env.LIMITS = JSON.stringify({
    user: 20,
    anonymous: 10,
    availability: 5,
    webhooks: 6,
    sign_in: 3,
    message_answers: 3,
  });
});

import twilio from "twilio";
import { POST as twilioDoor } from "@/app/webhooks/twilio/route";
import { withClient } from "@/scripts/database.mjs";
import { createContext } from "@/server/api/context";
import { requireWithinLimits } from "@/server/api/gates/rate-limits";
import { handleRest } from "@/server/api/rest/rest-door";
import { handleTrpc } from "@/server/api/trpc-door";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { forgetRefusals } from "@/server/core/request-limits/known-refusals";
import { networkOf } from "@/server/core/request-limits/network-of";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { createApiKeyInput } from "@/server/identity/api-keys/schema";
import { listCompaniesOfNumber } from "@/server/notifications/repository/list";
import { ownerOf } from "../../support/actors";
import { createCustomer, createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { browserHeaders, programSessionOf, sessionOf } from "../../support/signed-in";
import { createTelephoneCompany, ringing, sendEvent, sendRaw, type TelephoneCompany } from "../../support/telephone";

const TWILIO = "http://localhost:3000/webhooks/twilio";

let company: TestCompany;
beforeAll(async () => {
  company = await createTenantWithCompany();
});

/** Somebody whom nobody has counted yet. */
async function newcomer() {
  const { id } = await createUser(company);
  return sessionOf({ userId: id }, company.companyId);
}
async function newKey(scopes: string[]) {
  const { secret } = await createApiKey(
    ownerOf(company, new Date()),
    createApiKeyInput.parse({ name: "Kasse", scopes }),
  );
  return secret;
}
/** From the addresses that are kept for documentation; another one for each test. */
let host = 0;
const address = () => `203.0.113.${++host}`;

const get = (path: string, headers: Record<string, string> | Headers) =>
  handleRest(new Request(`http://localhost/api/v2${path}`, { headers }));
const batch = (procedures: string[], headers: Headers) => {
  const input = encodeURIComponent(JSON.stringify(Object.fromEntries(procedures.map((_, at) => [at, { json: {} }]))));
  return handleTrpc(
    new Request(`http://localhost/api/trpc/${procedures.join(",")}?batch=1&input=${input}`, { headers }),
  );
};
const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));
const statuses = (responses: Response[]) => responses.map(({ status }) => status).sort();
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const branches = (count: number) => many(count, "tenancy.listBranches");
const outcomesOf = async (answer: Response): Promise<string[]> =>
  (await answer.json()).map((one: { error?: { json: { data: { code: string } } } }) =>
    one.error ? one.error.json.data.code : "answered",
  );

describe("a signed-in person", () => {
  it("is counted as themselves, whatever their address, and hears what is left", async () => {
    const token = await newcomer();
    const from = () => browserHeaders(token, { "x-forwarded-for": address() });
    const first = await get("/branches", from());
    expect(first.status).toBe(200);
    expect(first.headers.get("x-ratelimit-limit")).toBe("20");
    expect(first.headers.get("x-ratelimit-remaining")).toBe("19");
    const reset = Number(first.headers.get("x-ratelimit-reset")) * 1000 - Date.now();
    expect(reset).toBeGreaterThan(-1000);
    expect(reset).toBeLessThanOrEqual(61_000);
    const rest = await times(25, () => get("/branches", from()));
    expect(statuses(rest)).toEqual([...many(19, 200), ...many(6, 429)]);
    const refused = await get("/branches", from());
    const body = await refused.json();
    expect(body).toMatchObject({ success: false, error: { code: "RATE_LIMITED", details: { limit: "user" } } });
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBe(body.error.details.retry_after_seconds);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(120);
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    expect((await get("/branches", browserHeaders(await newcomer()))).status).toBe(200);
  });

  it("is counted once for all that a page asks at the same time, over both doors together", async () => {
    const headers = browserHeaders(await newcomer());
    const answer = await batch(branches(8), headers);
    expect(await outcomesOf(answer)).toEqual(many(8, "answered"));
    expect(answer.headers.get("x-ratelimit-remaining")).toBe("19");
    const pages = await times(10, () => batch(branches(4), headers));
    expect(statuses(pages)).toEqual(many(10, 200));
    expect(statuses(await times(12, () => get("/branches", headers)))).toEqual([...many(9, 200), ...many(3, 429)]);
    const last = await batch(branches(5), headers);
    expect(await outcomesOf(last)).toEqual(many(5, "RATE_LIMITED"));
    expect(last.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("is counted for each call of a batch that has a limit of its own", async () => {
    const headers = browserHeaders(await newcomer());
    const answer = await batch([...many(7, "availability.findFreeSlots"), "tenancy.listBranches"], headers);
    const outcomes = await outcomesOf(answer);
    expect(outcomes.filter((outcome) => outcome === "VALIDATION_ERROR")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === "RATE_LIMITED")).toHaveLength(2);
    expect(outcomes.at(-1)).toBe("answered");
    expect((await get("/branches", headers)).headers.get("x-ratelimit-remaining")).toBe("18");
  });

  it("asks for so much at once and no more", async () => {
    const headers = browserHeaders(await newcomer());
    expect((await batch(branches(25), headers)).status).toBe(200);
    const refused = await batch(branches(26), headers);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { code: "VALIDATION_ERROR", details: { calls: 25 } } });
  });
});

describe("a program", () => {
  it("is counted for each call of a batch, by its key as by its person's token", async () => {
    const key = new Headers({ "x-api-key": await newKey(["view_company"]) });
    const { id } = await createUser(company);
    const token = await programSessionOf({ userId: id }, company.companyId);
    for (const headers of [key, new Headers({ authorization: `Bearer ${token}` })]) {
      const answer = await batch(branches(8), headers);
      expect(answer.headers.get("x-ratelimit-remaining")).toBe("12");
      const outcomes = await outcomesOf(await batch(branches(15), headers));
      expect(outcomes.filter((outcome) => outcome === "answered")).toHaveLength(12);
      expect(outcomes.filter((outcome) => outcome === "RATE_LIMITED")).toHaveLength(3);
    }
  });
});

describe("a key", () => {
  it("has its own count, beside its maker's and other keys'", async () => {
    const [one, two] = [await newKey(["view_company"]), await newKey(["view_company"])];
    const answers = await times(22, () => get("/company", { "x-api-key": one }));
    expect(statuses(answers)).toEqual([...many(20, 200), ...many(2, 429)]);
    expect((await get("/company", { "x-api-key": two })).status).toBe(200);
  });

  it("is counted also for what it may not do", async () => {
    const key = await newKey(["view_company"]);
    const answers = await times(22, () => get("/customers", { "x-api-key": key }));
    expect(statuses(answers)).toEqual([...many(20, 403), ...many(2, 429)]);
  });

  it("is counted for the resource too, and a refusal there takes nothing from the rest", async () => {
    const key = await newKey(["view_appointments", "view_company"]);
    const ask = () => get("/availability/slots?branch_id=x", { "x-api-key": key });
    const answers = await times(9, ask);
    expect(statuses(answers)).toEqual([...many(5, 400), ...many(4, 429)]);
    expect((await (await ask()).json()).error.details.limit).toBe("availability");
    const other = await get("/company", { "x-api-key": key });
    expect(other.headers.get("x-ratelimit-remaining")).toBe("14");
  });
});

describe("whoever is nobody", () => {
  it("is counted by address, and wrong keys and tokens are nobody's", async () => {
    const from = address();
    const kinds: Record<string, string>[] = [
      {},
      { "x-api-key": "ask_live_AAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
      { authorization: `Bearer ${"x".repeat(43)}` },
    ];
    const answers = await Promise.all(
      kinds.flatMap((kind) => Array.from({ length: 5 }, () => get("/company", { ...kind, "x-forwarded-for": from }))),
    );
    expect(statuses(answers)).toEqual([...many(10, 401), ...many(5, 429)]);
    expect((await get("/company", { "x-forwarded-for": address() })).status).toBe(401);
  });

  it("does not get further by claiming other addresses, nor by the many of one IPv6 network", async () => {
    const [proxy, network] = [address(), "2001:db8:1:2"];
    const claims = await times(12, () => get("/company", { "x-forwarded-for": `${address()}, ${proxy}` }));
    expect(statuses(claims)).toEqual([...many(10, 401), ...many(2, 429)]);
    const hosts = Array.from({ length: 12 }, (_, n) => `${network}::${n.toString(16)}`);
    const answers = await Promise.all(hosts.map((ip) => get("/company", { "x-forwarded-for": ip })));
    expect(statuses(answers)).toEqual([...many(10, 401), ...many(2, 429)]);
    expect(networkOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(networkOf("not an address")).toBe("not an address");
  });

  it("tries to sign in no oftener than the sign-in's own limit", async () => {
    const context = await createContext(new Headers({ "x-forwarded-for": address() }));
    for (let n = 0; n < 3; n++) await requireWithinLimits(context, "sign_in");
    await expect(requireWithinLimits(context, "sign_in")).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });
});

describe("webhooks", () => {
  const begins = (to: TelephoneCompany) => sendEvent("call_started", { ...ringing(to), call_id: `call_${newId()}` });
  /** What was taken, and how much of it is worked on at once. */
  const taken = async ({ companyId }: TelephoneCompany) => [
    await platformClient().webhookLog.count({ where: { companyId } }),
    await platformClient().outboxEvent.count({ where: { companyId, name: "retell/webhook.received" } }),
  ];

  it("of calls are worked on so often for each company, and beyond that kept for later", async () => {
    const [ours, theirs] = [await createTelephoneCompany(), await createTelephoneCompany()];
    const answers = [];
    for (let n = 0; n < 8; n++) answers.push(await begins(ours));
    expect(statuses(answers)).toEqual(many(8, 200));
    expect(await taken(ours)).toEqual([8, 6]);
    expect((await begins(theirs)).status).toBe(200);
    expect(await taken(theirs)).toEqual([1, 1]);
  });

  it("are counted exactly when many come at once, and what passed stands", async () => {
    const ours = await createTelephoneCompany();
    const answers = await Promise.all(many(20, 0).map(() => begins(ours)));
    expect(statuses(answers)).toEqual(many(20, 200));
    expect(await taken(ours)).toEqual([20, 6]);
  });

  it("of strangers leave no more traces than an address may", async () => {
    const from = address();
    const wrong = JSON.stringify({ event: "call_started", call: {} });
    const answers = [];
    for (let n = 0; n < 13; n++)
      answers.push(await sendRaw(wrong, { signature: "v=1,d=0", headers: { "x-forwarded-for": from } }));
    expect(statuses(answers)).toEqual([...many(10, 401), ...many(3, 429)]);
  });

  const fromTwilio = (form: Record<string, string>) =>
    twilioDoor(
      new Request(TWILIO, {
        method: "POST",
        headers: { "x-twilio-signature": twilio.getExpectedTwilioSignature("twilio-token", TWILIO, form) },
        body: new URLSearchParams(form),
      }),
    );

  it("of what became of messages are taken far more often", async () => {
    const answers = [];
    for (let n = 0; n < 9; n++) answers.push(await fromTwilio({ MessageSid: newId(), MessageStatus: "delivered" }));
    expect(statuses(answers)).toEqual(many(9, 200));
  });

  it("that bring an answer reach every company that knows the number, though one has had its share", async () => {
    const unique = Date.now().toString().slice(-6);
    const phone = (digit: number) => `+4915228${digit}${unique}`;
    const companies = [await createTenantWithCompany(), await createTenantWithCompany()];
    for (const one of companies) await createCustomer(one, { phone: phone(9) });
    const [first, second] = await listCompaniesOfNumber(phone(9));
    const busy = companies.find(({ companyId }) => companyId === first);
    if (!busy) throw new Error("nobody knows the number");
    await createCustomer(busy, { phone: phone(8) });
    const answer = (from: string, body: string) =>
      fromTwilio({ MessageSid: newId(), From: from, To: "+4930", Body: body });
    for (let n = 0; n < 3; n++) expect((await answer(phone(8), "START")).status).toBe(200);
    expect((await answer(phone(9), "STOP")).status).toBe(429);
    const kept = (companyId = "") => platformClient().webhookLog.count({ where: { companyId } });
    expect([await kept(first), await kept(second)]).toEqual([3, 1]);
  });
});

const asOwner = (sql: string) => withClient(process.env.DATABASE_URL ?? "", (client) => client.query(sql));

describe("when nobody can count", () => {
  beforeEach(() => asOwner("ALTER TABLE request_windows RENAME TO request_windows_away"));
  afterEach(async () => {
    await asOwner("ALTER TABLE request_windows_away RENAME TO request_windows");
    forgetRefusals();
  });

  it("a provider's news are taken, everybody else hears that it is our fault", async () => {
    const line = await createTelephoneCompany();
    expect((await sendEvent("call_started", ringing(line))).status).toBe(200);
    const refused = await get("/branches", browserHeaders(await newcomer()));
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(await refused.json()).toMatchObject({ error: { code: "MAINTENANCE" } });
  });
});
