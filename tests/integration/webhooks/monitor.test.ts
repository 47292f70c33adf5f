import { beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/webhooks/monitor/route";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { webhookMonitor } from "@/server/webhooks/schema";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { browserHeaders, operatorSessionOf } from "../../support/signed-in";

let ours: TestCompany;
let theirs: TestCompany;
beforeAll(async () => {
  [ours, theirs] = [await createTenantWithCompany(), await createTenantWithCompany()];
  await log(ours, { status: "processed", processedAfterMs: 200 });
  await log(ours, { status: "processed", processedAfterMs: 300 });
  await log(ours, { status: "failed", processedAfterMs: 60_000 });
  await log(ours, { status: "received", agoSeconds: 90 });
  await log(ours, { status: "processed", agoSeconds: 90_000 });
  await log(theirs, { status: "failed" });
});

interface Logged {
  status: "processed" | "failed" | "received";
  agoSeconds?: number;
  processedAfterMs?: number;
}

async function log({ companyId }: TestCompany, { status, agoSeconds = 10, processedAfterMs }: Logged) {
  const receivedAt = new Date(Date.now() - agoSeconds * 1000);
  const processedAt = processedAfterMs ? new Date(receivedAt.getTime() + processedAfterMs) : null;
  const facts = { source: "calcom", isSignatureValid: true, responseStatus: 200 } as const;
  await platformClient().webhookLog.create({
    data: { id: newId(), companyId, ...facts, status, receivedAt, processedAt },
  });
}

async function ask(user?: { userId: string }) {
  const headers = browserHeaders(user && (await operatorSessionOf(user)));
  const response = await GET(new Request("http://localhost:3000/api/webhooks/monitor", { headers }));
  return { status: response.status, body: await response.json() };
}

it("tells an owner how the last day's deliveries to their own company went", async () => {
  const { status, body } = await ask(ours.owner);
  expect(status).toBe(200);
  expect(webhookMonitor.strict().shape.sources.element.strict().parse(revive(body.sources[0]))).toBeTruthy();
  expect(body.sources).toEqual([
    {
      source: "calcom",
      ...{ received: 1, processed: 2, failed: 1, duplicate: 0, rejected: 0 },
      oldestWaitingSeconds: expect.any(Number),
      lagP95Ms: expect.any(Number),
      lastReceivedAt: expect.any(String),
      failureRate: 0.333,
    },
  ]);
  expect(body.sources[0].oldestWaitingSeconds).toBeGreaterThanOrEqual(90);
  expect(body.sources[0].lagP95Ms).toBeGreaterThan(300);
});

it("tells a monitoring program with a key of that company alone, and none whose key is for something else", async () => {
  const keyFor = async (scope: "view_integration_health" | "view_customers") => {
    const wanted = { name: "Wache", scopes: [scope], branchIds: [], expiresInDays: 90 };
    return (await createApiKey(ownerOf(ours, new Date()), wanted)).secret;
  };
  const key = await keyFor("view_integration_health");
  for (const headers of [{ authorization: `Bearer ${key}` }, { "x-api-key": key }] as Record<string, string>[]) {
    const response = await GET(new Request("http://localhost:3000/api/webhooks/monitor", { headers }));
    const { sources } = await response.json();
    expect([response.status, sources]).toMatchObject([200, [{ source: "calcom", failed: 1 }]]);
  }
  const headers = { "x-api-key": await keyFor("view_customers") };
  const refused = await GET(new Request("http://localhost:3000/api/webhooks/monitor", { headers }));
  expect(refused.status).toBe(403);
});

const revive = (source: { lastReceivedAt: string }) => ({ ...source, lastReceivedAt: new Date(source.lastReceivedAt) });

it("tells an operator of every company's, and nobody who may not know", async () => {
  const { id: userId } = await createUser(ours, { isPlatformAdmin: true, totpEnabledAt: new Date() });
  const { body } = await ask({ userId });
  const calcom = body.sources.find(({ source }: { source: string }) => source === "calcom");
  expect(calcom.failed).toBeGreaterThanOrEqual(2);
  const { id: staffId } = await createUser(ours, { role: "receptionist" });
  expect((await ask({ userId: staffId })).status).toBe(403);
  expect((await ask()).status).toBe(401);
});
