import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { loadCompanyPolicies } from "../repository/company-policies";
import { listPlaces, type Place } from "../repository/places";
import { explainPolicy as explain, isNearer, type NamedLayer } from "../rules/explain-policy";
import { isInReach, placeOf } from "../rules/place";
import { layersFor, readConfig } from "../rules/resolve-policy";
import type { PolicyExplanation, PolicyRow, PolicySubject, PolicyType } from "../schema";

/** Each field of a policy at a place, with whose word it is. Throws NOT_FOUND for a place that is not there. */
export async function explainPolicy(
  ctx: CompanyContext,
  { policyType, ...subject }: { policyType: PolicyType } & PolicySubject,
): Promise<PolicyExplanation> {
  return transact(ctx, async (tx) => {
    const places = (await listPlaces(tx)).filter((place) => isInReach(place, tx.restriction?.branchIds ?? []));
    requireKnown(subject, places);
    const rows = await loadCompanyPolicies(tx);
    const { scope, id } = placeOf(subject, tx.companyId);
    const chain = layersFor(policyType, rows, { companyId: tx.companyId, ...subject });
    const layers = chain.map((layer) => ({ ...layer, name: nameOf(places, layer.id) ?? "" }));
    const below = namedRows(policyType, rows, places).filter((layer) => isNearer(layer.scope, scope));
    const own = chain.find((layer) => layer.scope === scope && layer.id === id);
    return { policyType, version: own?.version ?? null, fields: explain(policyType, { scope, layers, below }) };
  });
}

function requireKnown(subject: PolicySubject, places: readonly Place[]): void {
  const asked = { branch: subject.branchId, service: subject.serviceId, staff: subject.staffId };
  for (const [scope, id] of Object.entries(asked)) {
    if (id && !places.some((place) => place.scope === scope && place.id === id)) throw notFound(scope);
  }
}

const nameOf = (places: readonly Place[], id: string) => places.find((place) => place.id === id)?.name;

function namedRows(type: PolicyType, rows: readonly PolicyRow[], places: readonly Place[]): NamedLayer[] {
  return rows.flatMap(({ policyType, configurableType: scope, configurableId: id, config, version }) => {
    const name = nameOf(places, id);
    return policyType === type && name !== undefined
      ? [{ scope, id, name, version, config: readConfig(type, config) }]
      : [];
  });
}
