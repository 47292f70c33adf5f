import { beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { cli, cliJson } from "../../../support/cli";
import { createUser } from "../../../support/factories";
import { sessionOf } from "../../../support/signed-in";

let salon: BookableCompany;
let email: string;
let userId: string;
beforeAll(async () => {
  salon = await createBookableCompany();
  ({ email, id: userId } = await createUser(salon.company, { name: "Toni Test" }));
});

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
      source: "twilio",
      isSignatureValid: true,
      responseStatus: 200,
      status: "failed",
      companyId,
    } as const;
    const payload = { MessageSid: "SM1", MessageStatus: "delivered" };
    const [kept, lost, nobodys] = [newId(), newId(), newId()];
    await platformClient().webhookLog.createMany({
      data: [
        { id: kept, ...failed, payload },
        { id: lost, ...failed },
        { id: nobodys, ...failed, companyId: null },
      ],
    });
    const name = "notification/webhook.received";
    const waiting = () => platformClient().outboxEvent.count({ where: { companyId, name, publishedAt: null } });
    expect(await cliJson(["webhooks:retry", "--dry-run"])).toMatchObject({
      answer: { data: { retried: [{ id: kept }], lost: [{ id: lost }, { id: nobodys }] } },
    });
    expect(await waiting()).toBe(0);
    expect(await cliJson(["webhooks:retry"])).toMatchObject({
      code: 1,
      answer: { data: { retried: [{ id: kept }], lost: [{ id: lost }, { id: nobodys }] } },
    });
    expect(await platformClient().webhookLog.findUnique({ where: { id: kept } })).toMatchObject({
      status: "received",
      retryCount: 1,
    });
    expect(await waiting()).toBe(1);
    expect((await cliJson(["webhooks:retry"])).answer.data.retried).toEqual([]);
    expect(await waiting()).toBe(1);
  });

  it("forgets by hand what is over, and with a dry run only counts it", async () => {
    const [over, open] = [newId(), newId()];
    const ends = { [over]: -40, [open]: 40 };
    for (const [id, days] of Object.entries(ends)) {
      const expiresAt = new Date(Date.now() + days * 86_400_000);
      const data = { id, userId, tokenHash: id, isRemembered: true, expiresAt };
      await platformClient().session.create({ data });
    }
    const left = () => platformClient().session.count({ where: { id: { in: [over, open] } } });
    const clean = async (...args: string[]) =>
      (await cliJson(["data:cleanup", ...args])).answer.data.forgotten.sessions;
    expect([await clean("--dry-run"), await left()]).toEqual([1, 2]);
    expect([await clean(), await left()]).toEqual([1, 1]);
    expect(await clean()).toBe(0);
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
