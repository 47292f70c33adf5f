import { beforeAll, describe, expect, it } from "vitest";
import { recordAudit } from "@/server/core/activity";
import { CompanyPool } from "@/server/core/company-pool";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { postgresCode } from "@/server/core/database-error";
import { appClient, ask, db, platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { ownerOf } from "../../support/actors";
import {
  createCustomer,
  createService,
  createStaff,
  createTenantWithCompany,
  type TestCompany,
} from "../../support/factories";

let companies: TestCompany[];
beforeAll(async () => {
  companies = await Promise.all(Array.from({ length: 5 }, () => createTenantWithCompany()));
});

const reading = (company: TestCompany): CompanyContext => ({ ...ownerOf(company), isReading: true });
const firstOf = () => companies[0] as TestCompany;
/** Without a company in the `where`: only the database keeps them apart. */
const visibleBranches = (ctx: CompanyContext) =>
  transact(ctx, (tx) => db(tx).branch.findMany({ select: { id: true } }));
const PERSON = ({ companyId }: { companyId: string }) => ({ companyId, firstName: "Kim", lastName: "Muster" });
const note = (ctx: CompanyContext, customerId: string) =>
  transact(ctx, (tx) =>
    db(tx).customer.create({
      data: { id: customerId, ...PERSON(ctx) },
    }),
  );
const isKept = async (customerId: string) => (await platformClient().customer.count({ where: { id: customerId } })) > 0;

describe("reading", () => {
  it("sees its own company's rows, however many companies share the connections", async () => {
    const asked = Array.from({ length: 300 }, (_, n) => companies[n % companies.length] as TestCompany);
    const seen = await Promise.all(asked.map((company) => visibleBranches(reading(company))));
    expect(seen.map((rows) => rows.map(({ id }) => id))).toEqual(asked.map(({ branchId }) => [branchId]));
  });

  it("keeps apart what reads and what writes at the same time", async () => {
    const work = Array.from({ length: 120 }, async (_, n) => {
      const company = companies[n % companies.length] as TestCompany;
      if (n % 3 > 0) return (await visibleBranches(reading(company))).length === 1;
      const customerId = newId();
      await note(ownerOf(company), customerId);
      const found = await platformClient().customer.findFirst({ where: { id: customerId } });
      return found?.companyId === company.companyId;
    });
    expect(await Promise.all(work)).toEqual(Array.from({ length: 120 }, () => true));
  });

  it("can't write, and says so", async () => {
    const customerId = newId();
    const error = await note(reading(firstOf()), customerId).catch((reason: unknown) => reason);
    expect(postgresCode(error)).toBe("25006");
    expect(await isKept(customerId)).toBe(false);
  });

  it("leaves a connection that is nobody's, also after a statement that failed", async () => {
    const faults = Array.from({ length: 40 }, () =>
      transact(reading(firstOf()), (tx) => db(tx).$queryRaw`SELECT 1 / ${0}::int`).catch(postgresCode),
    );
    expect(new Set(await Promise.all(faults))).toEqual(new Set(["22012"]));
    const counts = await Promise.all(Array.from({ length: 40 }, () => appClient().branch.count()));
    expect(new Set(counts)).toEqual(new Set([0]));
    expect(await visibleBranches(reading(firstOf()))).toHaveLength(1);
  });

  it("reads what has several parts, lists and numbers as a transaction does", async () => {
    const ask = (ctx: CompanyContext) =>
      transact(ctx, async (tx) => ({
        company: await db(tx).company.findFirst({
          include: { branches: true, memberships: { include: { role: true } } },
        }),
        raw: await db(tx)
          .$queryRaw`SELECT ${[1, 2]}::int[] AS list, ${"ä ß €"} AS text, now() > ${new Date(0)} AS late`,
        count: await db(tx).workingHour.count({ where: { startTime: "09:00" } }),
      }));
    const company = firstOf();
    expect(await ask(reading(company))).toEqual(await ask(ownerOf(company)));
  });

  it("writes down afterwards that somebody looked", async () => {
    const company = firstOf();
    const action = "view_recordings";
    const count = await transact(reading(company), async (tx) => {
      recordAudit(tx, { action, subjectType: "call", subjectId: newId() });
      return db(tx).branch.count();
    });
    expect(count).toBe(1);
    expect(await platformClient().activityLog.count({ where: { companyId: company.companyId, action } })).toBe(1);
  });
});

describe("a transaction", () => {
  it("is its company's from the first statement on, and undone as a whole", async () => {
    const [company, customerId] = [firstOf(), newId()];
    const failing = transact(ownerOf(company), async (tx) => {
      expect(await db(tx).branch.findMany({ select: { id: true } })).toEqual([{ id: company.branchId }]);
      await note(tx, customerId);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await isKept(customerId)).toBe(false);
  });

  it("that could not begin writes nothing, and leaves the connection to others", async () => {
    const customerId = newId();
    const lost = transact(ownerOf(firstOf()), async (tx) => {
      await db(tx).$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`.catch(() => {});
      await note(tx, customerId);
    });
    await expect(lost).rejects.toThrow();
    expect(await isKept(customerId)).toBe(false);
    await note(ownerOf(firstOf()), customerId);
    expect(await isKept(customerId)).toBe(true);
  });

  it("ends with its last statement, and tells when that or the commit fails", async () => {
    const [company, customerId] = [firstOf(), newId()];
    const lastly = (ask: (tx: TransactionContext) => PromiseLike<unknown>) =>
      transact(ownerOf(company), async (tx) => {
        await note(tx, customerId);
        tx.lastly.push(() => ask(tx));
      });
    await expect(lastly((tx) => db(tx).$queryRaw`SELECT 1 / ${0}::int`)).rejects.toThrow();
    expect(await isKept(customerId)).toBe(false);
    const again = (tx: TransactionContext) => db(tx).customer.create({ data: { id: customerId, ...PERSON(company) } });
    await expect(lastly(again)).rejects.toThrow();
    expect(await isKept(customerId)).toBe(false);
    await lastly((tx) => db(tx).$queryRaw`SELECT 1`);
    expect(await isKept(customerId)).toBe(true);
  });

  it("that is over is not asked any more, and nobody else's is asked in its place", async () => {
    const ended: TransactionContext[] = [];
    const keep = (tx: TransactionContext) => {
      ended.push(tx);
      return ask(tx, Prisma.sql`SELECT 1`);
    };
    await transact(ownerOf(firstOf()), keep);
    await transact(ownerOf(firstOf()), async (tx) => {
      await keep(tx);
      throw new Error("changed my mind");
    }).catch(() => {});
    await transact(ownerOf(firstOf()), async (tx) => {
      ended.push(tx);
      tx.lastly.push(() => ask(tx, Prisma.sql`SELECT 1`));
    });
    const open = await Promise.all(
      companies.map((company) =>
        transact(ownerOf(company), async (tx) => {
          await ask(tx, Prisma.sql`SELECT 1`);
          const late = ended.map((old) => ask(old, Prisma.sql`COMMIT`).catch(({ message }: Error) => message));
          return [...(await Promise.all(late)), await ask(tx, Prisma.sql`SELECT id FROM branches`)];
        }),
      ),
    );
    const over = Array.from(ended, () => "The transaction of this context is over.");
    expect(open).toEqual(companies.map(({ branchId }) => [...over, [{ id: branchId }]]));
  });

  it("hears what the commit refuses, though the last statement was well", async () => {
    const [company, appointmentId] = [firstOf(), newId()];
    const { companyId, branchId } = company;
    const service = await createService(company);
    const [staff, customer] = [await createStaff(company, { serviceIds: [service.id] }), await createCustomer(company)];
    const [startsAt, endsAt] = [new Date("2026-12-02T09:00:00Z"), new Date("2026-12-02T10:00:00Z")];
    const place = { branchId, serviceId: service.id, staffId: staff.id, customerId: customer.id };
    const time = { startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt };
    // An appointment that takes nobody's time.
    const data = { id: appointmentId, companyId, ...place, ...time, priceCents: 0, source: "portal" as const };
    const booked = transact(ownerOf(company), async (tx) => {
      tx.lastly.push(() => db(tx).appointment.create({ data }));
    });
    await expect(booked).rejects.toThrow();
    expect(await platformClient().appointment.count({ where: { id: appointmentId } })).toBe(0);
    expect(await visibleBranches(reading(company))).toHaveLength(1);
  });
});

describe("a pool", () => {
  it("outlives an idle connection that breaks, and is there for the next question", async () => {
    const pool = new CompanyPool({ connectionString: process.env.APP_DATABASE_URL, max: 1 });
    const askFor = async () => (await pool.query<{ pid: number }>("SELECT pg_backend_pid() AS pid")).rows[0]?.pid;
    const broken = await askFor();
    await appClient().$queryRaw`SELECT pg_terminate_backend(${broken}::int)`;
    await expect.poll(() => pool.totalCount).toBe(0);
    const next = await askFor();
    expect(next).toBeGreaterThan(0);
    expect(next).not.toBe(broken);
    await pool.end();
  });
});
