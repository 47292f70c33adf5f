import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { newId } from "@/server/core/ids";
import { isCompanyWide } from "@/server/identity/rules/company-wide";
import { callProcedure, everyProcedure } from "../../support/every-procedure";
import { createBranch, createTenantWithCompany, createUser } from "../../support/factories";
import { contextOf } from "../../support/signed-in";

const procedures = everyProcedure as [string, { _def: { meta?: { permission?: string } } }][];
const companyWide = procedures
  .filter(([, { _def }]) => isCompanyWide(_def.meta?.permission ?? ""))
  .map(([path]) => path);

let ofOneBranch: { userId: string };
let ofAll: { userId: string };
beforeAll(async () => {
  const company = await createTenantWithCompany();
  const { id: branchId } = await createBranch(company, { name: "Stadtpark" });
  ofOneBranch = { userId: (await createUser(company, { branchIds: [branchId] })).id };
  ofAll = company.owner;
});

/** With an input that no procedure takes: nothing is changed, and whoever may call hears of that. */
async function refusalOf(user: { userId: string }, path: string): Promise<string | undefined> {
  const context = await contextOf(user);
  const answer = await callProcedure(context, path, { nothing: newId(), permissions: 42 }).catch((error) => error);
  return answer instanceof Error ? answer.message : undefined;
}

describe("what holds in every branch", () => {
  it("is the company's settings, its roles and its connections", () => {
    expect(companyWide).toEqual(
      expect.arrayContaining([
        ...["company.editScheduling", "companySecurity.update", "allowedOrigins.update", "integrations.setCredential"],
        ...["roles.create", "roles.edit", "roles.delete", "calcom.setStrategies", "calcomMapping.setMember"],
      ]),
    );
    expect(companyWide.filter((path) => /^(holidays|services|staff|appointments)\./.test(path))).toEqual([
      "holidays.placeCompany",
    ]);
  });

  it.each(companyWide)("%s is refused to whoever works with some branches only", async (path) => {
    expect(await refusalOf(ofOneBranch, path)).toBe("all_branches_needed");
  });

  it("is not even offered to them: what they can't use is none of their rights", async () => {
    const rightsOf = async (user: { userId: string }) => {
      const { permissions } = await appRouter.createCaller(await contextOf(user)).identity.me();
      return permissions.filter(isCompanyWide);
    };
    expect(await rightsOf(ofOneBranch)).toEqual([]);
    expect(await rightsOf(ofAll)).toEqual(
      expect.arrayContaining(["edit_company", "create_roles", "edit_integrations"]),
    );
  });

  it("is decided by whoever works with all of them", async () => {
    expect(await refusalOf(ofAll, "company.editScheduling")).not.toBe("all_branches_needed");
    expect(await refusalOf(ofAll, "calcomMapping.get")).toBeUndefined();
  });
});
