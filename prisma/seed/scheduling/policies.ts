import { companyIdOf, idOf, type SeedBusiness, type SeedPolicy, serviceIdOf, staffIdOf } from "../business";
import { slugOf } from "../ids";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";

/** What holds instead of the usual rules. */
export async function writePolicies({ tx, business }: Seeding): Promise<void> {
  await insertRows(
    tx.policyConfiguration,
    (business.policies ?? []).map((policy) => ({
      id: idOf(business, "policy", `${policy.type}/${slugOf(policy.name ?? policy.scope)}`),
      companyId: companyIdOf(business),
      configurableType: policy.scope,
      configurableId: placeOf(business, policy),
      policyType: policy.type,
      config: policy.config,
    })),
  );
}

function placeOf(business: SeedBusiness, { scope, name = "" }: SeedPolicy): string {
  if (scope === "service") return serviceIdOf(business, name);
  return scope === "staff" ? staffIdOf(business, name) : companyIdOf(business);
}
