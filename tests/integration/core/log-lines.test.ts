import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { platformClient } from "@/server/core/db";
import { type RunningSandbox, startSandbox } from "@/server/sandbox/start-sandbox";
import { startCli } from "../../support/cli";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { RETELL_KEY, sendRaw } from "../../support/telephone";
import { openTelephoneDoor } from "../../support/telephone-door";
import { openLinks, takeDeliveries, workWithAccounts } from "./busy-accounts";
import {
  breakTheDatabase,
  CALCOM_KEY,
  logCarelessly,
  planted,
  plantPeople,
  workAsProgram,
  workInThePortal,
} from "./busy-day";

const folder = mkdtempSync(join(tmpdir(), "askpro-log-"));
const appLog = join(folder, "app.log");
const sid = `AC${"7".repeat(32)}`;

// Everything that there is to say is said, into a file as a real process would.
Object.assign(process.env, { LOG_LEVEL: "debug", LOG_DESTINATION: appLog });

let sandbox: RunningSandbox;
let door: Awaited<ReturnType<typeof openTelephoneDoor>>;
let runner: ChildProcess;
let salon: SalonLine;
let lines: string[] = [];

/** The same, and what else was said on the way. */
let said = "";

/** A whole day's business: calls, people, programs, jobs, and providers that fail. */
beforeAll(async () => {
  door = await openTelephoneDoor();
  sandbox = await startSandbox({
    appUrl: door.url,
    retellApiKey: RETELL_KEY,
    calcomApiKeys: [CALCOM_KEY],
    openEventTypes: true,
    twilioAccountSid: sid,
    twilioAuthToken: "twilio-token-planted-0123456789",
    resendApiKey: "re_planted_0123456789",
  });
  Object.assign(process.env, {
    RETELL_BASE_URL: `${sandbox.url}/retell`,
    CALCOM_BASE_URL: `${sandbox.url}/calcom/v2`,
    TWILIO_API_BASE: `${sandbox.url}/twilio`,
    TWILIO_ACCOUNT_SID: sid,
    TWILIO_AUTH_TOKEN: "twilio-token-planted-0123456789",
    RESEND_BASE_URL: `${sandbox.url}/resend`,
    RESEND_API_KEY: "re_planted_0123456789",
  });
  salon = await createSalonLine();
  await plantPeople(salon);
  runner = startRunner();
  await letProvidersFail();
  await takeCalls();
  await workInThePortal(salon);
  await workAsProgram(salon);
  await workWithAccounts(salon.company);
  await takeDeliveries();
  await breakTheDatabase();
  logCarelessly(salon);
  const { err } = await startCli(["secrets:rotate", "--dry-run"], { LOG_LEVEL: "debug" }).ended();
  await openLinks(sentMails);
  await vi.waitUntil(jobsAreDone, { timeout: 60_000, interval: 200 });
  runner.kill("SIGTERM");
  await new Promise((resolve) => runner.once("exit", resolve));
  const written = ["app.log", "runner.log"].flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  lines = written.filter((line) => line !== "");
  said = [...lines, err].join("\n");
}, 180_000);

afterAll(async () => {
  runner?.kill("SIGKILL");
  await sandbox?.stop();
  await door?.close();
  rmSync(folder, { recursive: true, force: true });
});

function startRunner(): ChildProcess {
  const child = spawn(process.execPath, ["scripts/run.mjs", "inngest/runner/main.ts"], {
    env: { ...process.env, LOG_DESTINATION: join(folder, "runner.log"), RUNNER_MAX_RETRY_DELAY_MS: "50" },
    stdio: "ignore",
  });
  return child;
}

async function steer(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/_${path}`, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

async function sentMails(): Promise<{ text: string }[]> {
  return (await fetch(`${sandbox.url}/_/messages?channel=email`)).json() as Promise<{ text: string }[]>;
}

async function letProvidersFail(): Promise<void> {
  for (const provider of ["calcom", "twilio"]) await steer("/faults", { provider, kind: "error_500", count: 3 });
}

async function takeCalls(): Promise<void> {
  const { toNumber, retellAgentId } = salon.company;
  const parties = { to_number: toNumber, agent_id: retellAgentId, from_number: salon.number };
  await steer("/calls", { scenario: "book", ...parties });
  await sendRaw(JSON.stringify({ event: "call_ended", call: { call_id: "call_x", from_number: salon.number } }), {
    signature: "v=1,d=planted-signature-0123456789abcdef",
  });
  planted.signature = "planted-signature";
}

async function jobsAreDone(): Promise<boolean> {
  const [row] = await platformClient().$queryRaw<{ waiting: number; ended: number }[]>`
    SELECT (SELECT count(*) FROM outbox_events WHERE published_at IS NULL)::int + (SELECT count(*) FROM inngest.event WHERE routed_at IS NULL)::int
      + (SELECT count(*) FROM inngest.job WHERE timer IS NULL)::int AS waiting,
      (SELECT count(*) FROM inngest.run WHERE ended_at IS NOT NULL)::int AS ended`;
  return row !== undefined && row.waiting === 0 && row.ended > 5;
}

const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe("every line of a whole run", () => {
  it("is one JSON object with its time, level and channel", () => {
    expect(lines.length).toBeGreaterThan(20);
    for (const line of parsed())
      expect(line).toMatchObject({
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        level: expect.any(String),
        channel: expect.any(String),
      });
    const channels = new Set(parsed().map(({ channel }) => channel));
    for (const channel of ["api", "webhook", "security", "jobs", "app"]) expect(channels, channel).toContain(channel);
  });

  it("of a request carries its id, and its company where there is one", () => {
    const requests = parsed().filter(({ msg }) => msg === "request");
    expect(requests.length).toBeGreaterThan(8);
    for (const line of requests)
      expect(line).toMatchObject({
        requestId: expect.any(String),
        status: expect.any(Number),
        route: expect.any(String),
      });
    expect(requests.some(({ companyId }) => companyId === salon.company.companyId)).toBe(true);
  });

  it("tells of what went wrong: a fault, refused sign-ins, failed jobs", () => {
    const messages = new Set(parsed().map(({ msg }) => msg));
    for (const message of ["unexpected error", "sign-in refused", "signed in"])
      expect(messages, message).toContain(message);
    expect(parsed().some(({ channel, level }) => channel === "jobs" && level !== "debug" && level !== "info")).toBe(
      true,
    );
  });

  it("gives away nothing that opens something, and nobody's data", async () => {
    const tokens = await platformClient().$queryRaw<{ hash: string }[]>`
      SELECT token_hash AS hash FROM portal_sessions UNION ALL SELECT key_hash FROM api_keys UNION ALL SELECT token_hash FROM verification_tokens`;
    for (const [at, { hash }] of tokens.entries()) planted[`hash ${at}`] = hash;
    expect(Object.keys(planted).length).toBeGreaterThan(20);
    const found = Object.entries(planted).filter(([, secret]) => secret.length > 3 && said.includes(secret));
    expect(found.map(([name]) => name)).toEqual([]);
    expect(said).not.toMatch(/\+49\d{6,}|@example\.com|Bearer [\w-]{8}|planted/i);
  });

  it("was put to the test: the careless lines are there, without what they carried", () => {
    const careless = parsed().filter(({ msg }) => msg === "again" || String(msg).startsWith("call to "));
    expect(careless).toHaveLength(2);
    expect(careless[0]).toMatchObject({
      body: { password: "[redacted]", code: "[redacted]" },
      error: { name: "Error" },
    });
    expect(careless[1]).toMatchObject({ token: "[redacted]", to: "tel [phone]" });
  });

  it("names the company in the lines of its telephone's questions and deliveries", () => {
    const answered = parsed().filter(
      ({ channel, status, msg }) => channel === "webhook" && msg === "request" && status === 200,
    );
    expect(answered.filter(({ route }) => String(route).includes("retell")).length).toBeGreaterThan(0);
    for (const line of answered.filter(({ route }) => String(route).includes("retell")))
      expect(line).toMatchObject({ companyId: expect.any(String), principal: "provider" });
  });

  it("names an address in the security channel only", () => {
    for (const line of parsed().filter(({ channel }) => channel !== "security")) expect(line).not.toHaveProperty("ip");
  });
});
