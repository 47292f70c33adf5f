import { expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { assignmentOf, insertionOf } from "@/server/core/row-values";
import { createTenantWithCompany } from "../../support/factories";

const birthdate = new Date("1985-03-14");
const named = { firstName: "Änne", lastName: "O'Neill", birthdate, doNotCall: true };

async function insertOne() {
  const { companyId } = await createTenantWithCompany();
  const id = newId();
  await platformClient().$executeRaw(
    insertionOf("customers", { id, companyId, ...named, email: undefined, notes: null }),
  );
  return { companyId, id };
}
const read = (id: string) => platformClient().customer.findUniqueOrThrow({ where: { id } });

it("a row has each value in the type of its column, and the column's default where none was given", async () => {
  const { companyId, id } = await insertOne();
  expect(await read(id)).toMatchObject({ companyId, ...named, email: null, notes: null, language: "de" });
});

it("a change leaves alone what it does not name, or names as undefined", async () => {
  const { id } = await insertOne();
  const change = assignmentOf("customers", { lastName: "Berg", birthdate: undefined, doNotCall: false });
  await platformClient().$executeRaw(Prisma.sql`UPDATE customers SET ${change} WHERE id = ${id}::uuid`);
  expect(await read(id)).toMatchObject({ ...named, lastName: "Berg", doNotCall: false });
});

it("a change of one column alone, to nothing", async () => {
  const { id } = await insertOne();
  const change = assignmentOf("customers", { birthdate: null });
  await platformClient().$executeRaw(Prisma.sql`UPDATE customers SET ${change} WHERE id = ${id}::uuid`);
  expect(await read(id)).toMatchObject({ ...named, birthdate: null });
});

it("a column that does not exist is a fault, and nothing is written", async () => {
  const { companyId } = await createTenantWithCompany();
  const statement = insertionOf("customers", { id: newId(), companyId, lastName: "Berg", noSuchField: 1 });
  await expect(platformClient().$executeRaw(statement)).rejects.toThrow(/no_such_field/);
  expect(await platformClient().customer.count({ where: { companyId } })).toBe(0);
});
