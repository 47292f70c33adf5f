import { expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { listCustomers } from "@/server/customers/queries/list-customers";
import { ownerOf } from "@/tests/support/actors";
import { createCustomer, createTenantWithCompany, type TestCompany } from "@/tests/support/factories";

async function createStage({ companyId }: TestCompany, key: string): Promise<string> {
  const stage = { id: newId(), companyId, key, name: key, position: 0, colour: "#000000", icon: "user" };
  return (await platformClient().journeyStage.create({ data: stage })).id;
}

const names = async (company: TestCompany, query: { search?: string; stage?: string; branchId?: string }) =>
  (await listCustomers(ownerOf(company), { limit: 25, ...query })).items.map(({ name }) => name);

it("finds a customer by a name with a typo and by the phone in any notation", async () => {
  const company = await createTenantWithCompany();
  await createCustomer(company, { firstName: "Waltraud", lastName: "Ziegler", phone: "+498999998367" });
  await createCustomer(company, { firstName: "Jonas", lastName: "Haas" });
  for (const search of ["Zigler", "waltraut ziegler", "089 99998367", "+49 89 99998367", "0049 (89) 999-98367"]) {
    expect(await names(company, { search }), search).toEqual(["Waltraud Ziegler"]);
  }
});

it("keeps to the stage and the branch while it searches", async () => {
  const company = await createTenantWithCompany();
  const vip = { journeyStageId: await createStage(company, "vip") };
  await createCustomer(company, { firstName: "Anna", lastName: "Ziegler", ...vip });
  await createCustomer(company, { firstName: "Berta", lastName: "Ziegler", preferredBranchId: company.branchId });
  expect(await names(company, { search: "Ziegler", stage: "vip" })).toEqual(["Anna Ziegler"]);
  expect(await names(company, { search: "Ziegler", branchId: company.branchId })).toEqual(["Berta Ziegler"]);
  expect(await names(company, { stage: "vip" })).toEqual(["Anna Ziegler"]);
});

it("writes numbers as people do", async () => {
  const company = await createTenantWithCompany();
  await createCustomer(company, { phone: "+498999998367" });
  const { items } = await listCustomers(ownerOf(company), { limit: 25 });
  expect(items[0]).toMatchObject({ phone: "+498999998367", phoneText: "089 99998367" });
});
