import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { appPool, ask, db, platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { transact } from "@/server/core/transact";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";

let company: TestCompany;
let ctx: CompanyContext;
beforeAll(async () => {
  company = await createTenantWithCompany();
  ctx = ownerOf(company);
});
afterEach(() => {
  vi.useRealTimers();
});

const nameBy = {
  driver: (tx: TransactionContext, name: string) =>
    ask(tx, Prisma.sql`UPDATE branches SET name = ${name} WHERE id = ${company.branchId}::uuid`),
  prisma: (tx: TransactionContext, name: string) =>
    db(tx).branch.updateMany({ where: { id: company.branchId }, data: { name } }),
};
const nameNow = async () => (await platformClient().branch.findUniqueOrThrow({ where: { id: company.branchId } })).name;
const transactionOf = async (tx: TransactionContext) =>
  (await ask<{ id: string }>(tx, Prisma.sql`SELECT pg_current_xact_id()::text AS id`))[0]?.id;

it.each(["driver", "prisma"] as const)("stands as a whole or not at all, asked by %s", async (by) => {
  await transact(ctx, async (tx) => nameBy[by](tx, `kept by ${by}`));
  expect(await nameNow()).toBe(`kept by ${by}`);
  const failing = transact(ctx, async (tx) => {
    await nameBy[by](tx, "lost");
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await nameNow()).toBe(`kept by ${by}`);
});

it("is the same one before and after Prisma has come to it, however many ask at once", async () => {
  await transact(ctx, async (tx) => {
    const before = await transactionOf(tx);
    await nameBy.driver(tx, "first");
    const seen = await Promise.all([1, 2, 3].map(() => db(tx).branch.findFirst({ select: { name: true } })));
    expect(seen).toEqual([{ name: "first" }, { name: "first" }, { name: "first" }]);
    const [own] = await db(tx).$queryRaw<{ id: string }[]>`SELECT pg_current_xact_id()::text AS id`;
    await nameBy.prisma(tx, "second");
    expect([own?.id, await transactionOf(tx)]).toEqual([before, before]);
    expect(await nameNow()).not.toBe("second");
  });
  expect(await nameNow()).toBe("second");
});

it.each(["driver", "prisma"] as const)("undoes what takes too long, asked by %s, and refuses the rest", async (by) => {
  const nameBefore = await nameNow();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const endless = transact(ctx, async (tx) => {
    await nameBy[by](tx, "too late");
    vi.advanceTimersByTime(20_000);
    await nameBy[by](tx, "much too late").catch(() => {});
  });
  await expect(endless).rejects.toThrow();
  vi.useRealTimers();
  expect(await nameNow()).toBe(nameBefore);
});

it("gives its connection back, whatever became of it, and nobody finds anything of it there", async () => {
  const count = appPool().totalCount + 5;
  for (let nr = 0; nr < count; nr++)
    await transact(ctx, async (tx) => {
      if (nr % 2) await nameBy.prisma(tx, "lost");
      throw new Error("changed my mind");
    }).catch(() => {});
  expect(appPool().waitingCount).toBe(0);
  expect(appPool().idleCount).toBe(appPool().totalCount);
  const { rows } = await appPool().query("SELECT current_setting('app.company_id', true) AS company");
  expect(rows[0]?.company ?? "").toBe("");
});

it("refuses what its commit finds wrong", async () => {
  const failing = transact(ctx, async (tx) => {
    await nameBy.driver(tx, "half");
    await ask(tx, Prisma.sql`SELECT 1/0`).catch(() => {});
    await ask(tx, Prisma.sql`SELECT 1`);
  });
  await expect(failing).rejects.toThrow(/aborted/);
  expect(await nameNow()).not.toBe("half");
});
