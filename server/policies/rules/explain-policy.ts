import {
  POLICY_DEFAULTS,
  type PolicyConfig,
  type PolicyExplanation,
  type PolicyField,
  type PolicyScope,
  type PolicyType,
} from "../schema";
import { fieldsOf, NEARNESS, type PolicyLayer, saidBy } from "./resolve-policy";

type Explained = PolicyExplanation["fields"][number];
export type NamedLayer = PolicyLayer & { name: string };

interface Places {
  /** The place that is asked about. */
  scope: PolicyScope;
  /** Those that speak for it, nearest first. */
  layers: readonly NamedLayer[];
  /** All others that are nearer to an appointment than the place itself. */
  below: readonly NamedLayer[];
}

/** For each field its value, whose word that is, what others in the chain say, and who below says something else. */
export function explainPolicy(type: PolicyType, { scope, layers, below }: Places): Explained[] {
  return fieldsOf(type).map((field) => explainField({ type, field, scope, layers, below }));
}

function explainField({
  type,
  field,
  scope,
  layers,
  below,
}: Places & { type: PolicyType; field: PolicyField }): Explained {
  const ownDefault: unknown = (POLICY_DEFAULTS[type] as PolicyConfig)[field];
  const levels = wordsOn(field, layers);
  const fallback = { scope: "default" as const, id: null, name: null, value: ownDefault };
  const [winner = fallback] = levels;
  const isSetHere = winner.scope === scope && layers.some((layer) => layer.scope === scope && field in layer.config);
  const inherited = levels.find((level) => level.scope !== scope) ?? fallback;
  return {
    field,
    value: winner.value,
    default: ownDefault,
    source: { scope: winner.scope, id: winner.id, name: winner.name },
    isSetHere,
    inherited: inherited.value,
    inheritedFrom: { scope: inherited.scope, name: inherited.name },
    levels,
    below: wordsOn(field, below),
  };
}

function wordsOn(field: PolicyField, layers: readonly NamedLayer[]): Explained["levels"] {
  return layers.flatMap((layer) => {
    const said = saidBy(layer, field);
    return said ? [{ scope: layer.scope, id: layer.id, name: layer.name, value: said.value }] : [];
  });
}

/** Whether one place is nearer to an appointment than another. */
export const isNearer = (one: PolicyScope, than: PolicyScope): boolean =>
  NEARNESS.indexOf(one) < NEARNESS.indexOf(than);
