import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "@/server/api/cli/all-commands";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { withClient } from "../../../../scripts/database.mjs";
import { ownerOf } from "../../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../../support/booking";
import { tamper, writeEntries } from "../../../support/chain";
import { cli, cliJson, startCli } from "../../../support/cli";
import { createUser } from "../../../support/factories";
import { sessionOf } from "../../../support/signed-in";

let salon: BookableCompany;
let email: string;
let userId: string;

beforeAll(async () => {
  salon = await createBookableCompany();
  ({ email, id: userId } = await createUser(salon.company, { name: "Toni Test" }));
});

/** How each command is called so that it can do its work; whatever changes something is tried dry. */
const calls = (): Record<string, string[]> => ({
  about: [],
  "audit:verify": ["--company", salon.company.companyId],
  "data:verify": [],
  "debug:appointments": ["--company", salon.company.companyId, "--branch", salon.company.branchId],
  "debug:working-hours": ["--company", salon.company.companyId, "--staff", salon.staff.id],
  "health:check": [],
  "notifications:prune": ["--dry-run"],
  "portal:regenerate-token": ["--email", email, "--dry-run"],
  "portal:user": ["--email", email],
  "preflight:check": [],
  "queue:failed": [],
  "queue:retry": ["--all", "--dry-run"],
  "queue:status": [],
  "secrets:rotate": ["--dry-run"],
  "session:clear": ["--email", email, "--dry-run"],
  "speech:parse": ["--text", "morgen um drei", "--now", "2026-11-24T10:00:00+01:00"],
  "user:create": ["--email", "new@example.com", "--name", "Neu", "--company", salon.company.companyId, "--dry-run"],
  "webhooks:retry": ["--hours", "5", "--dry-run"],
});

/** Promised to other programs as they are, without the envelope. */
const BARE: Record<string, unknown> = { "speech:parse": { ranges: [expect.anything()], exclude: [] } };

describe.each(COMMANDS.map(({ name, isChange }) => ({ name, isChange })))("$name", ({ name, isChange }) => {
  it("explains itself", async () => {
    const { code, out } = await cli([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--json");
    expect(out.includes("--dry-run")).toBe(isChange === true);
  });

  it("answers with one JSON document, and a program sees by the code how it went", async () => {
    const { code, out, err } = await cli([name, ...(calls()[name] ?? ["?"]), "--json"]);
    expect(JSON.parse(out)).toMatchObject(BARE[name] ?? { success: true, data: expect.anything() });
    expect([0, 1]).toContain(code);
    expect(err).toBe("");
  });

  it("answers people in lines", async () => {
    const { out } = await cli([name, ...(calls()[name] ?? ["?"])]);
    expect(out).not.toMatch(/undefined|\[object|^\s*\{/);
  });

  it("refuses an option that it does not know", async () => {
    const { code, out } = await cli([name, "--nonsense", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR" } });
  });
});

describe("the error shape", () => {
  it("is that of every door, in the language asked for", async () => {
    const { code, answer } = await cliJson(["portal:user", "--email", "nobody@example.com", "--lang", "de"]);
    expect(code).toBe(1);
    expect(answer).toMatchObject({
      success: false,
      error: { code: "NOT_FOUND", message: expect.stringContaining("gibt es nicht"), request_id: expect.any(String) },
    });
  });

  it("names each wrong option", async () => {
    const { code, answer } = await cliJson(["user:create", "--name", "x", "--company", "x"]);
    expect(code).toBe(2);
    expect(answer.error.errors.map(({ field }: { field: string }) => field)).toEqual(["email"]);
  });

  it.each([["--company", "nobody-of-that-name"]])("knows no company %s %s", async (...option) => {
    expect(await cliJson(["data:verify", ...option])).toMatchObject({
      code: 1,
      answer: { error: { code: "NOT_FOUND" } },
    });
  });
});

it("starts as a process that writes JSON to standard output and nothing else", async () => {
  const { code, out } = await startCli(["health:check", "--json"], { LOG_LEVEL: "debug" }).ended();
  expect(JSON.parse(out)).toMatchObject({ success: true, data: { database: "ok" } });
  expect(code).toBe(0);
});

it("ends with 3 on a fault, and says no more than its request", async () => {
  const broken = {
    APP_DATABASE_URL: "postgresql://app_rw:hunter2@127.0.0.1:1/x_test",
    PLATFORM_DATABASE_URL: "postgresql://p:hunter2@127.0.0.1:1/x_test",
  };
  const { code, out, err } = await startCli(["queue:status", "--json"], { ...broken, LOG_LEVEL: "debug" }).ended();
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ error: { code: "INTERNAL" } });
  expect(out + err).not.toContain("hunter2");
}, 60_000);

describe("what changes something", () => {
  it("creates a user who is found again, once", async () => {
    const args = [
      "user:create",
      "--email",
      "mia@example.com",
      "--name",
      "Mia Muster",
      "--company",
      salon.company.companyId,
      "--role",
      "receptionist",
    ];
    expect(await cliJson([...args, "--dry-run"])).toMatchObject({ code: 0, answer: { data: { userId: null } } });
    expect(await cliJson(args)).toMatchObject({ code: 0, answer: { data: { userId: expect.any(String) } } });
    expect(await cliJson(args)).toMatchObject({ code: 2, answer: { error: { code: "VALIDATION_ERROR" } } });
    const { answer } = await cliJson(["portal:user", "--email", "mia@example.com"]);
    expect(answer.data.memberships).toMatchObject([
      { companyId: salon.company.companyId, role: { key: "receptionist" } },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/hash|secret|encrypted/i);
    const entry = await platformClient().activityLog.findFirst({
      where: { companyId: salon.company.companyId, subjectId: answer.data.id },
    });
    expect(entry).toMatchObject({
      action: "edit_platform",
      logName: "security",
      actor: { kind: "system", name: "cli" },
    });
  });

  it("refuses a password that is easily guessed, and never takes one from the arguments", async () => {
    const args = ["user:create", "--email", "weak@example.com", "--name", "Weak", "--platform-admin"];
    const { code, err } = await cli([...args, "--password-stdin"], { input: "password1234\n" });
    expect(code).toBe(2);
    expect(err).not.toContain("password1234");
    expect((await cli([...args, "--password", "x"])).code).toBe(2);
  });

  it("signs somebody out everywhere, and a dry run signs out nobody", async () => {
    await sessionOf({ userId });
    const open = () => platformClient().session.count({ where: { userId, revokedAt: null } });
    await cli(["session:clear", "--email", email, "--dry-run"]);
    expect(await open()).toBe(1);
    expect(await cliJson(["session:clear", "--email", email])).toMatchObject({ answer: { data: { ended: 1 } } });
    expect(await open()).toBe(0);
  });

  it("gives a token that opens a session, in place of the one before", async () => {
    const token = async () =>
      (await cliJson(["portal:regenerate-token", "--email", email])).answer.data.token as string;
    const [first, second] = [await token(), await token()];
    const { digest } = await import("@/server/core/crypto");
    const stateOf = (value: string) =>
      platformClient().session.findUniqueOrThrow({ where: { tokenHash: digest(value) } });
    expect(await stateOf(first)).toMatchObject({ kind: "api", revokedReason: "replaced" });
    expect(await stateOf(second)).toMatchObject({ kind: "api", revokedAt: null, userId });
  });

  it("starts a job again that gave up, once", async () => {
    const runId = `run-${newId()}`;
    await platformClient().$executeRaw`
      INSERT INTO inngest.run (id, function_id, status, events, output, ended_at)
      VALUES (${runId}, 'send-notification', 'failed', '[{"name":"notification/queued","data":{}}]', '{"message":"no answer"}', now())`;
    expect((await cliJson(["queue:failed"])).answer.data.runs).toMatchObject([{ runId, error: "no answer" }]);
    expect(await cliJson(["queue:retry", "--run", runId, "--dry-run"])).toMatchObject({ code: 0 });
    const asked = () => platformClient().outboxEvent.findMany({ where: { name: "askproai/run.replay-requested" } });
    expect(await asked()).toHaveLength(0);
    expect((await cliJson(["queue:retry", "--run", runId])).code).toBe(0);
    expect(await asked()).toMatchObject([{ payload: { runId } }]);
    expect((await cli(["queue:retry", "--run", "nothing"])).code).toBe(1);
    expect((await cli(["queue:retry"])).code).toBe(2);
  });

  it("works through a failed webhook again, and names one of which nothing is left", async () => {
    const { companyId } = salon.company;
    const failed = {
      source: "retell",
      isSignatureValid: true,
      responseStatus: 200,
      status: "failed",
      companyId,
    } as const;
    const [kept, lost] = [newId(), newId()];
    await platformClient().webhookLog.createMany({
      data: [
        { id: kept, ...failed },
        { id: lost, ...failed },
      ],
    });
    const name = "retell/webhook.received";
    await platformClient().outboxEvent.create({
      data: { id: newId(), companyId, name, payload: { deliveryId: kept }, publishedAt: new Date() },
    });
    expect(await cliJson(["webhooks:retry"])).toMatchObject({
      code: 1,
      answer: { data: { retried: [{ id: kept }], lost: [{ id: lost }] } },
    });
    expect(await platformClient().webhookLog.findUnique({ where: { id: kept } })).toMatchObject({
      status: "received",
      retryCount: 1,
    });
    expect(await platformClient().outboxEvent.count({ where: { name, publishedAt: null } })).toBe(1);
  });

  it("removes old messages and no others", async () => {
    const { companyId } = salon.company;
    const message = {
      companyId,
      channel: "sms",
      eventType: "appointment.confirmed",
      recipient: "+493023125888",
      scheduledFor: new Date(),
    } as const;
    const old = new Date(Date.now() - 40 * 86_400_000);
    const rows = [
      ["sent", old],
      ["pending", old],
      ["sent", new Date()],
    ] as const;
    for (const [status, updatedAt] of rows) {
      const id = newId();
      await platformClient().notificationQueue.create({ data: { id, ...message, dedupeKey: id, status, updatedAt } });
    }
    expect((await cliJson(["notifications:prune", "--dry-run"])).answer.data.count).toBe(1);
    expect((await cliJson(["notifications:prune"])).answer.data.count).toBe(1);
    expect(await platformClient().notificationQueue.count({ where: { companyId } })).toBe(2);
  });
});

describe("what looks for faults", () => {
  it("names the first broken link of a company's chain, and holds it to a link noted earlier", async () => {
    const company = (await createBookableCompany()).company;
    const { companyId } = company;
    await writeEntries(ownerOf(company), [
      { action: "edit_customers" },
      { action: "edit_staff" },
      { action: "edit_roles" },
    ]);
    const args = ["audit:verify", "--company", companyId];
    const whole = await cliJson(args);
    const { head } = whole.answer.data.chains[0];
    expect(whole).toMatchObject({ code: 0, answer: { data: { chains: [{ checked: 3, broken: null }] } } });
    expect((await cli([...args, "--anchor", `3:${head.hash}`])).code).toBe(0);
    expect((await cli([...args, "--anchor", `2:${head.hash}`])).code).toBe(1);
    expect((await cli(["audit:verify", "--anchor", `3:${head.hash}`])).code).toBe(2);
    await tamper(companyId, "UPDATE activity_logs SET action = 'view_customers' WHERE sequence = 2");
    const { code, out } = await cli(args);
    expect(code).toBe(1);
    expect(out).toMatch(/^BROKEN .*at sequence 2, entry [0-9a-f-]{36} differs in action/);
  });

  it("verifies the platform's own chain with the others", async () => {
    await cli(["session:clear", "--email", email]);
    const { answer } = await cliJson(["audit:verify"]);
    const platform = answer.data.chains.find(({ companyId }: { companyId: string | null }) => companyId === null);
    expect(platform).toMatchObject({ name: "platform", broken: null });
    expect(platform.checked).toBeGreaterThan(0);
    await withClient(process.env.DATABASE_URL ?? "", async (client) => {
      await client.query("ALTER TABLE activity_logs DISABLE TRIGGER USER");
    });
    const changed = await platformClient().$executeRaw`
      UPDATE activity_logs SET actor = '{"kind":"system","name":"nobody"}' WHERE company_id IS NULL AND sequence = 1`;
    expect(changed).toBe(1);
    const after = await cliJson(["audit:verify"]);
    expect(after.code).toBe(1);
    expect(after.answer.data.chains).toContainEqual(
      expect.objectContaining({
        companyId: null,
        broken: expect.objectContaining({ sequence: 1, differs: ["actor"] }),
      }),
    );
  });

  it("finds rows that contradict each other", async () => {
    const other = await createBookableCompany();
    const { appointment } = await bookAppointment(ownerOf(other.company), wishOf(other));
    const company = ["--company", other.company.companyId];
    expect((await cli(["data:verify", ...company])).code).toBe(0);
    await platformClient().branch.updateMany({
      where: { companyId: other.company.companyId },
      data: { isDefault: false },
    });
    await platformClient().appointmentSegment.updateMany({
      where: { appointmentId: appointment.id },
      data: { endsAt: new Date(appointment.endsAt.getTime() + 1) },
    });
    const { code, answer } = await cliJson(["data:verify", ...company]);
    expect(code).toBe(1);
    const found = answer.data.findings.filter(({ count }: { count: number }) => count > 0);
    expect(found.map(({ check }: { check: string }) => check).sort()).toEqual([
      "companies_without_one_main_branch",
      "segments_outside_their_appointment",
    ]);
  });
});
