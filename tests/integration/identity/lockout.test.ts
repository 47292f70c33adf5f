import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { platformClient } from "@/server/core/db";
import * as argon2 from "@/server/identity/adapters/argon2";
import { recordLockout } from "@/server/identity/commands/record-lockout";
import { signIn } from "@/server/identity/commands/sign-in";
import { memberLocked } from "@/server/identity/events";
import { createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";

const password = "correct horse battery";
let passwordHash: string;
let ours: TestCompany;
let addresses = 0;
let ip: string;

beforeAll(async () => {
  passwordHash = await argon2.hashPassword(password);
  ours = await createTenantWithCompany();
});
beforeEach(() => {
  addresses += 1;
  ip = `198.51.100.${addresses}`;
});

type Waiting = { code: string; details?: { retryAfterSeconds?: number } };
const attempt = (email: string, given: string, at: Date = new Date()): Promise<Waiting | "in"> =>
  signIn({ ip, userAgent: "Test", now: at }, { email, password: given }).then(
    () => "in" as const,
    (error) => error,
  );
const waitOf = async (email: string) => {
  const answer = await attempt(email, "wrong");
  return answer === "in" ? 0 : (answer.details?.retryAfterSeconds ?? 0);
};

/** The wait of so many wrong passwords, without sitting it out between them. */
async function failures(email: string, count: number) {
  const known = await platformClient().user.findFirst({ where: { email } });
  for (let each = 0; each < count; each++)
    await platformClient().$queryRaw`
      SELECT sign_in_refused(gen_random_uuid(), ${email}::citext, ${`203.0.113.${each}`}, ${known?.id ?? null}::uuid, 'wrong_credentials')::text`;
}

describe("the waiting time of an account", () => {
  it.each([["known"], ["unknown"]])(
    "begins with the fifth wrong password and doubles up to an hour (%s)",
    async (kind) => {
      const waits: number[] = [];
      for (const count of [4, 5, 6, 7, 20]) {
        const email =
          kind === "known" ? (await createUser(ours, { passwordHash })).email : `${crypto.randomUUID()}@example.com`;
        await failures(email, count);
        waits.push(await waitOf(email));
      }
      const [none, first, second, third, most] = waits as [number, number, number, number, number];
      expect(none).toBe(0);
      for (const [wait, seconds] of [
        [first, 30],
        [second, 60],
        [third, 120],
        [most, 3600],
      ] as const) {
        // A busy machine asks late, and the database rounds its milliseconds up.
        expect(wait).toBeGreaterThan(seconds / 2);
        expect(wait).toBeLessThanOrEqual(seconds + 1);
      }
    },
  );

  it("ends by itself, and a right password forgets the wrong ones", async () => {
    const { email } = await createUser(ours, { passwordHash });
    await failures(email, 5);
    expect(await attempt(email, password)).toMatchObject({ code: "ACCOUNT_LOCKED" });
    expect(await attempt(email, password, new Date(Date.now() + 31_000))).toBe("in");
    await failures(email, 4);
    expect(await attempt(email, password)).toBe("in");
  });
});

describe("the waiting time of a network address", () => {
  it("begins with the twentieth wrong password within an hour, whichever accounts they were for", async () => {
    const { email } = await createUser(ours, { passwordHash });
    const addAttempts = (count: number, minutesAgo: number) =>
      platformClient().loginAttempt.createMany({
        data: Array.from({ length: count }, (_, each) => ({
          ...{ id: crypto.randomUUID(), email: `guess-${each}@example.com`, ip, succeeded: false },
          createdAt: new Date(Date.now() - minutesAgo * 60_000),
        })),
      });
    await addAttempts(30, 61);
    await addAttempts(19, 0);
    expect(await attempt(email, password)).toBe("in");
    await addAttempts(1, 0);
    expect(await attempt(email, password)).toMatchObject({ code: "ACCOUNT_LOCKED" });
    const elsewhere = { ip: "192.0.2.99", userAgent: "Test" };
    await expect(signIn(elsewhere, { email, password })).resolves.toMatchObject({ user: { email } });
    expect(await attempt(email, password, new Date(Date.now() + 31_000))).toBe("in");
  });
});

describe("what an answer gives away", () => {
  it("does the same work for an unknown address, one without a password, a wrong one and one that waits", async () => {
    const [known, without, waiting] = [
      await createUser(ours, { passwordHash }),
      await createUser(ours),
      await createUser(ours, { passwordHash }),
    ];
    await failures(waiting.email, 5);
    const verify = vi.spyOn(argon2, "verifyPassword");
    for (const { email } of [known, without, waiting, { email: "nobody-here@example.com" }]) {
      verify.mockClear();
      await attempt(email, "wrong");
      expect([email, verify.mock.calls.length]).toEqual([email, 1]);
    }
    verify.mockRestore();
  });

  it("takes as long for nobody as for somebody", async () => {
    await argon2.verifyPassword(null, "first");
    const times = { somebody: [] as number[], nobody: [] as number[] };
    for (let round = 0; round < 7; round++)
      for (const who of ["somebody", "nobody"] as const) {
        const started = performance.now();
        expect(await argon2.verifyPassword(who === "somebody" ? passwordHash : null, "wrong")).toBe(false);
        times[who].push(performance.now() - started);
      }
    const [somebody, nobody] = [Math.min(...times.somebody), Math.min(...times.nobody)];
    expect(nobody).toBeGreaterThan(somebody * 0.6);
    expect(nobody).toBeLessThan(somebody * 1.7);
  });

  it("is tuned to cost a guess something", () => {
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=8,p=1\$/);
  });
});

describe("the audit log", () => {
  const entriesOf = (companyId: string, userId: string) =>
    platformClient().activityLog.findMany({ where: { companyId, action: "lock_account", subjectId: userId } });
  const toldOf = (companyId: string) =>
    platformClient().outboxEvent.findMany({
      where: { companyId, name: memberLocked.name },
      orderBy: { createdAt: "asc" },
    });

  it("tells of an account that has to wait, once for each attempt that made it wait, and of nobody else's", async () => {
    const company = await createTenantWithCompany();
    const user = await createUser(company, { passwordHash });
    await failures(user.email, 4);
    expect(await toldOf(company.companyId)).toEqual([]);
    await attempt(user.email, "wrong");
    await failures(`${crypto.randomUUID()}@example.com`, 6);
    const told = await toldOf(company.companyId);
    expect(told).toHaveLength(1);
    const lockout = memberLocked.schema.parse(told[0]?.payload);
    expect(lockout).toMatchObject({ userId: user.id, ip });
    await recordLockout(lockout);
    await recordLockout(lockout);
    const entries = await entriesOf(company.companyId, user.id);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      logName: "security",
      actor: { kind: "system" },
      newValues: { until: lockout.until },
      ip,
    });
  });

  it("tells nothing of an account that an operator has locked", async () => {
    const company = await createTenantWithCompany();
    const user = await createUser(company, { passwordHash });
    await platformClient().user.update({
      where: { id: user.id },
      data: { blockedAt: new Date(), blockedReason: "test" },
    });
    await failures(user.email, 7);
    expect(await toldOf(company.companyId)).toEqual([]);
  });
});
