import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listPlaces } from "../repository/places";
import { listPolicyRows } from "../repository/policy-rows";
import { isInReach, mayDecide } from "../rules/place";
import { NEARNESS, readConfig } from "../rules/resolve-policy";
import type { PolicyType, PolicyView } from "../schema";

/** What is set where: the company first, then branches, services and people that differ. */
export async function listPolicies(
  ctx: CompanyContext,
  { policyType }: { policyType?: PolicyType | undefined },
): Promise<PolicyView[]> {
  return transact(ctx, async (tx) => {
    const rows = await listPolicyRows(tx, policyType);
    const places = await listPlaces(
      tx,
      rows.map(({ configurableId }) => configurableId),
    );
    const own = tx.restriction ?? { branchIds: [] };
    const shown = places.filter((place) => isInReach(place, own.branchIds));
    const views = rows.flatMap(({ configurableType: scope, configurableId: id, config, ...row }) => {
      const place = shown.find((one) => one.scope === scope && one.id === id);
      if (!place) return [];
      const isEditable = mayDecide(place, own) && (!own.staffId || id === own.staffId);
      return [{ ...row, scope, id, name: place.name, config: readConfig(row.policyType, config), isEditable }];
    });
    const order = (view: PolicyView) => NEARNESS.length - NEARNESS.indexOf(view.scope);
    return views.sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, "de"));
  });
}
