import { afterEach, expect, it } from "vitest";
import { GET } from "@/app/api/health/route";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { recordIntegrationResult } from "@/server/integrations/commands/record-integration-result";
import { pingRedis } from "@/server/operations/adapters/redis";
import { getHealth } from "@/server/operations/queries/get-health";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";

afterEach(async () => {
  await platformClient().outboxEvent.deleteMany();
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const waiting = (createdAt: Date) => ({ id: newId(), name: "test/waited", payload: {}, createdAt });

it("is well on a migrated database with nothing to do", async () => {
  const response = await GET(new Request("http://localhost:3000/api/health"));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "ok",
    database: "ok",
    queue: "ok",
    cache: "ok",
    version: expect.stringMatching(/^\d/),
  });
});

it("says that work is delayed when an event waits for over a minute", async () => {
  await platformClient().outboxEvent.create({ data: waiting(minutesAgo(2)) });
  expect(await getHealth()).toMatchObject({ status: "degraded", queue: "delayed" });
});

it("says that work is delayed when a job waits for over a minute and nobody holds it", async () => {
  const client = platformClient();
  await client.$executeRaw`INSERT INTO inngest.run (id, function_id, events) VALUES ('r1', 'f', '[]')`;
  await client.$executeRaw`INSERT INTO inngest.job (run_id, dedupe_key, due_at) VALUES ('r1', 'k', ${minutesAgo(2)})`;
  expect(await getHealth()).toMatchObject({ status: "degraded", queue: "delayed" });
  await client.$executeRaw`UPDATE inngest.job SET leased_until = now() + interval '1 minute'`;
  expect(await getHealth()).toMatchObject({ status: "ok", queue: "ok" });
  await client.$executeRaw`DELETE FROM inngest.run`;
});

it("is degraded while a provider refuses the platform's own access, until it takes it again", async () => {
  const [first, second] = [await createTenantWithCompany(), await createTenantWithCompany()];
  const note = (company: TestCompany, provider: "twilio" | "calcom" | "retell", kind: "success" | "unauthorised") => {
    const result = kind === "success" ? { kind } : { kind, error: "401" };
    return recordIntegrationResult(ownerOf(company, new Date()), { provider, result });
  };
  await note(first, "calcom", "unauthorised");
  expect(await getHealth()).toMatchObject({ status: "ok" });
  await note(first, "twilio", "unauthorised");
  expect(await getHealth()).toMatchObject({ status: "degraded", database: "ok", queue: "ok" });
  await note(second, "twilio", "success");
  expect(await getHealth()).toMatchObject({ status: "ok" });

  const data = { retellApiKeyEncrypted: "a key of their own" };
  await platformClient().company.update({ where: { id: first.companyId }, data });
  await note(first, "retell", "unauthorised");
  expect(await getHealth()).toMatchObject({ status: "ok" });
  await note(second, "retell", "unauthorised");
  expect(await getHealth()).toMatchObject({ status: "degraded" });
  await platformClient().integration.deleteMany();
});

it("is down when a migration of this build is missing", async () => {
  const health = await getHealth(["20991231000000_tomorrow"]);
  expect(health).toMatchObject({ status: "down", database: "migrations_missing" });
});

it("finds no Redis where none answers", async () => {
  expect(await pingRedis("redis://127.0.0.1:9")).toBe(false);
});
