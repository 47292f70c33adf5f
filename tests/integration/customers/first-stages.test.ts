import { readFile } from "node:fs/promises";
import pg from "pg";
import { expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { FIRST_STAGES } from "@/server/tenancy/rules/first-stages";
import { coming } from "../../support/coming-days";
import {
  createBranch,
  createCustomer,
  createService,
  createStaff,
  createTenantWithCompany,
} from "../../support/factories";
import { callerWith, createOperator } from "../../support/operators";
import { ask, ringing } from "../../support/telephone";

const NUMBER = "+493023125699";

/** A company that an operator made, with a service, somebody who offers it, and a telephone number. */
async function openCompany() {
  const { tenantId } = await createTenantWithCompany();
  const { platform } = await callerWith((await createOperator()).token);
  const words = { name: "Salon Neu", slug: `salon-${newId().slice(-12)}`, industry: "beauty" as const };
  const first = { branchName: "Hauptfiliale", ownerEmail: `${newId()}@example.com` };
  const { companyId } = await platform.companies.create({ tenantId, ...words, ...first });
  const { id: branchId } = await createBranch({ companyId, timezone: "Europe/Berlin" });
  await createService({ companyId, branchId }, { name: "Haarschnitt" });
  await createStaff({ companyId, branchId });
  await platform.phoneNumbers.add({ companyId, number: NUMBER, branchId });
  return companyId;
}

const stagesOf = (companyId: string) =>
  platformClient().journeyStage.findMany({ where: { companyId }, orderBy: { position: "asc" } });

it("makes whoever calls a new company for the first time and books a lead", async () => {
  const companyId = await openCompany();
  const call = { ...ringing({ toNumber: NUMBER } as Parameters<typeof ringing>[0]), from_number: "+493023125777" };
  const offer = await ask("check-availability", call, { service: "Haarschnitt", date: coming(3), time: "10:00" });
  const slot = offer.slot ?? offer.next_available_slots[0];
  const booked = await ask("book-appointment", call, { slot_id: slot.slot_id, customer_name: "Nora Neu" });
  expect(booked).toMatchObject({ success: true });
  const select = { lastName: true, journeyStage: { select: { key: true } } };
  expect(await platformClient().customer.findMany({ where: { companyId }, select })).toEqual([
    { lastName: "Neu", journeyStage: { key: "lead" } },
  ]);
});

it("gives a company of before the same stages as a new one, and its customers a place there", async () => {
  const old = await createTenantWithCompany();
  const regular = await createCustomer(old, { appointmentCount: 5, completedCount: 4 });
  const planned = await createCustomer(old, { appointmentCount: 1 });
  const sql = await readFile("prisma/migrations/20261121060102_first_stages/migration.sql", "utf8");
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(`BEGIN; ${sql} COMMIT;`);
  await owner.end();
  const fresh = Object.entries(FIRST_STAGES).map(([key, { names, ...stage }], position) => {
    return { key, name: names.de, position, isTerminal: false, ...stage };
  });
  expect(await stagesOf(old.companyId)).toMatchObject(fresh);
  const stageOf = async ({ id }: { id: string }) =>
    (await platformClient().customer.findUniqueOrThrow({ where: { id }, include: { journeyStage: true } })).journeyStage
      ?.key;
  expect([await stageOf(regular), await stageOf(planned)]).toEqual(["regular", "prospect"]);
});
