import {
  ALTERNATIVES,
  POLICY_DEFAULTS,
  type PolicyConfig,
  type PolicyField,
  type PolicyOf,
  type PolicyRow,
  type PolicyScope,
  type PolicySubject,
  type PolicyType,
  policyConfig,
} from "../schema";

/** Nearest first: the staff member's own word beats the company's. */
export const NEARNESS: readonly PolicyScope[] = ["staff", "service", "branch", "company"];

/** What one place says; of a config that no longer fits, the fields that do. */
export interface PolicyLayer {
  scope: PolicyScope;
  id: string;
  version: number;
  config: PolicyConfig;
}

export const fieldsOf = (type: PolicyType): PolicyField[] => Object.keys(POLICY_DEFAULTS[type]) as PolicyField[];

/** The fields of a type that a stored config says something valid about. Of an amount in two forms, the fixed one. */
export function readConfig(type: PolicyType, config: unknown): PolicyConfig {
  const given = typeof config === "object" && config !== null ? (config as Record<string, unknown>) : {};
  const valid = fieldsOf(type).flatMap((field) => {
    const read = field in given ? policyConfig.shape[field].safeParse(given[field]) : null;
    return read?.success && read.data !== undefined ? [[field, read.data] as const] : [];
  });
  const own: PolicyConfig = Object.fromEntries(valid);
  for (const [fixed, share] of ALTERNATIVES) if (own[fixed] != null) delete own[share];
  return own;
}

/** The rows that speak for this staff member, service and branch, nearest first. */
export function layersFor(
  type: PolicyType,
  rows: readonly PolicyRow[],
  { companyId, ...subject }: PolicySubject & { companyId: string },
): PolicyLayer[] {
  const ids: Record<PolicyScope, string | null | undefined> = {
    staff: subject.staffId,
    service: subject.serviceId,
    branch: subject.branchId,
    company: companyId,
  };
  return NEARNESS.flatMap((scope) => {
    const row = rows.find(
      (one) => one.policyType === type && one.configurableType === scope && one.configurableId === ids[scope],
    );
    return row ? [{ scope, id: row.configurableId, version: row.version, config: readConfig(type, row.config) }] : [];
  });
}

/** What a layer says about a field; the other form of the same amount says that this form does not count. */
export function saidBy(layer: PolicyLayer, field: PolicyField): { value: PolicyConfig[PolicyField] } | null {
  if (layer.config[field] !== undefined) return { value: layer.config[field] };
  const other = ALTERNATIVES.find((pair) => pair.includes(field))?.find((one) => one !== field);
  return other && layer.config[other] != null ? { value: null } : null;
}

/** Merges the layers field by field, nearest first; a field that nobody sets has its default. */
export function resolvePolicy<T extends PolicyType>(type: T, layers: readonly PolicyLayer[]): PolicyOf<T> {
  const defaults: PolicyConfig = POLICY_DEFAULTS[type];
  const merged = fieldsOf(type).map((field) => {
    const said = layers.map((layer) => saidBy(layer, field)).find((one) => one !== null);
    return [field, said ? said.value : defaults[field]];
  });
  return Object.fromEntries(merged) as PolicyOf<T>;
}
