import { describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { appClient, platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { createBookableCompany, wishOf } from "../../support/booking";

const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

/** Tables whose rows belong to one company, as the catalogue knows them. */
const companyTables = async () =>
  names(
    await platformClient().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') ORDER BY 1`,
  );

/** Counts what the application sees of a table, with or without a company. */
async function countAsApp(table: string, companyId: string | null): Promise<number> {
  return appClient().$transaction(async (tx) => {
    if (companyId) await tx.$executeRaw`SELECT set_config('app.company_id', ${companyId}, true)`;
    const [row] = await tx.$queryRaw<{ n: bigint }[]>(
      Prisma.sql`SELECT count(*) AS n FROM ${Prisma.raw(`"${table}"`)}`,
    );
    return Number(row?.n ?? 0);
  });
}

describe("the catalogue", () => {
  it("forces row-level security, with a policy, on every table of a company", async () => {
    const open = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p')
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`;
    expect(names(open)).toEqual([]);
    expect((await companyTables()).length).toBeGreaterThan(50);
  });

  it("lets no role past it: nobody is superuser or has BYPASSRLS, and the application owns nothing", async () => {
    const roles = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT rolname AS name FROM pg_roles WHERE rolname IN ('askpro_owner', 'app_rw', 'app_platform') AND (rolsuper OR rolbypassrls)`;
    expect(names(roles)).toEqual([]);
    const owned = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c WHERE pg_get_userbyid(c.relowner) IN ('app_rw', 'app_platform') AND c.relkind = 'r'`;
    expect(names(owned)).toEqual([]);
  });

  it("carries the company in every key between tables of a company", async () => {
    const loose = await platformClient().$queryRaw<{ name: string }[]>`
      WITH scoped AS (SELECT attrelid AS id, attnum FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE attname = 'company_id' AND NOT attisdropped)
      SELECT k.conrelid::regclass || '.' || k.conname AS name FROM pg_constraint k
      JOIN scoped f ON f.id = k.conrelid JOIN scoped t ON t.id = k.confrelid
      WHERE k.contype = 'f' AND NOT f.attnum = ANY(k.conkey) AND k.confrelid <> 'roles'::regclass`;
    expect(names(loose)).toEqual([]);
  });

  it("has an index that starts with the company on every table of a company", async () => {
    const slow = await platformClient().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum)`;
    expect(names(slow)).toEqual([]);
  });
});

describe("rows", () => {
  it("shows nothing without a company, and nothing of another one", async () => {
    const [ours, theirs] = [await createBookableCompany(), await createBookableCompany()];
    await bookAppointment(ownerOf(theirs.company), wishOf(theirs));
    const builtIn = ["roles", "notification_providers"];
    for (const table of await companyTables()) {
      if (builtIn.includes(table)) continue;
      expect(await countAsApp(table, null), `${table} without a company`).toBe(0);
      const own = await platformClient().$queryRaw<{ n: bigint }[]>(
        Prisma.sql`SELECT count(*) AS n FROM ${Prisma.raw(`"${table}"`)} WHERE company_id = ${ours.company.companyId}::uuid`,
      );
      expect(await countAsApp(table, ours.company.companyId), `${table} of our company`).toBe(Number(own[0]?.n ?? 0));
    }
  });

  it("takes no row for another company, and no reference to one", async () => {
    const [ours, theirs] = [await createBookableCompany(), await createBookableCompany()];
    const as = <T>(work: (tx: Prisma.TransactionClient) => Promise<T>) =>
      appClient().$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.company_id', ${ours.company.companyId}, true)`;
        return work(tx);
      });
    const note = { id: newId(), content: "x", customerId: theirs.customer.id };
    await expect(
      as((tx) => tx.customerNote.create({ data: { ...note, companyId: theirs.company.companyId } })),
    ).rejects.toThrow();
    await expect(
      as((tx) => tx.customerNote.create({ data: { ...note, companyId: ours.company.companyId } })),
    ).rejects.toThrow();
    const { count } = await as((tx) =>
      tx.customer.updateMany({ where: { id: theirs.customer.id }, data: { notes: "x" } }),
    );
    expect(count).toBe(0);
  });

  it("hides credentials from the application", async () => {
    await expect(appClient().$queryRaw`SELECT password_hash FROM users`).rejects.toThrow(/permission denied/);
    await expect(appClient().$queryRaw`SELECT token_hash FROM portal_sessions`).rejects.toThrow(/permission denied/);
  });
});
