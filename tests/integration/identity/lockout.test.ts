import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { platformClient } from "@/server/core/db";
import * as argon2 from "@/server/identity/adapters/argon2";
import { recordLockout } from "@/server/identity/commands/record-lockout";
import { signIn } from "@/server/identity/commands/sign-in";
import { memberLocked } from "@/server/identity/events";
import { callProcedure } from "@/tests/support/every-procedure";
import { createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { quickHash } from "@/tests/support/quick-hash";
import { contextOf } from "@/tests/support/signed-in";

const password = "correct horse battery";
let [passwordHash, productHash] = ["", ""];
let ours: TestCompany;
let addresses = 0;
let ip: string;

beforeAll(async () => {
  [passwordHash, productHash] = await Promise.all([quickHash(password), argon2.hashPassword(password)]);
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

describe("guesses at once", () => {
  /** Five others are wrong while this one is still being compared. */
  async function amidOthers<T>(email: string, guess: () => Promise<T>): Promise<T> {
    const compare = argon2.verifyPassword;
    const meanwhile = vi.spyOn(argon2, "verifyPassword").mockImplementationOnce(async (...compared) => {
      await failures(email, 5);
      return compare(...compared);
    });
    try {
      return await guess();
    } finally {
      meanwhile.mockRestore();
    }
  }

  it.each([
    ["the right one", password],
    ["a wrong one", "wrong"],
  ])("tell and count nothing once five of them were wrong: %s", async (_, given) => {
    const { email } = await createUser(ours, { passwordHash });
    expect(await amidOthers(email, () => attempt(email, given))).toMatchObject({ code: "ACCOUNT_LOCKED" });
    expect(await platformClient().loginAttempt.count({ where: { email } })).toBe(5);
  });

  it.each([
    ["identity.reauthenticate", { password }],
    ["passwords.change", { currentPassword: password, newPassword: "acht gelbe monde schweigen" }],
  ])("at an open session neither: %s", async (path, input) => {
    const { id: userId, email } = await createUser(ours, { passwordHash });
    const context = await contextOf({ userId }, ours.companyId);
    const guess = amidOthers(email, () => callProcedure(context, path, input));
    await expect(guess).rejects.toMatchObject({ message: "too_many_attempts" });
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

  it("costs as much work for nobody as for somebody", async () => {
    await argon2.verifyPassword(null, "first");
    const work = { somebody: [] as number[], nobody: [] as number[] };
    for (let round = 0; round < 7; round++)
      for (const who of ["somebody", "nobody"] as const) {
        // What the processor did for it, not how long it took: others may be at work on this machine.
        const before = process.cpuUsage();
        expect(await argon2.verifyPassword(who === "somebody" ? productHash : null, "wrong")).toBe(false);
        work[who].push(process.cpuUsage(before).user);
      }
    const [somebody, nobody] = [Math.min(...work.somebody), Math.min(...work.nobody)];
    expect(nobody).toBeGreaterThan(somebody * 0.4);
    expect(nobody).toBeLessThan(somebody * 2.5);
  });

  it("is tuned to cost a guess something", () => {
    expect(productHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=8,p=1\$/);
  });
});

describe("the audit log", () => {
  const entriesOf = (companyId: string, userId: string) =>
    platformClient().activityLog.findMany({ where: { companyId, action: "lock_account", subjectId: userId } });
  const toldOf = (companyId: string) =>
    platformClient().outboxEvent.findMany({
      where: { companyId, name: memberLocked.name },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
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
