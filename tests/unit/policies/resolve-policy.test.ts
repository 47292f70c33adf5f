import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainPolicy, isNearer } from "@/server/policies/rules/explain-policy";
import { fieldsOf, layersFor, readConfig, resolvePolicy } from "@/server/policies/rules/resolve-policy";
import {
  POLICY_DEFAULTS,
  type PolicyConfig,
  type PolicyField,
  type PolicyRow,
  type PolicyType,
} from "@/server/policies/schema";
import { rowsOf, SUBJECT, TYPES } from "./some-rows";

const PAIR: Partial<Record<PolicyField, PolicyField>> = {
  feeCents: "feePercent",
  feePercent: "feeCents",
  cents: "percent",
  percent: "cents",
};

/** The same question, answered one field at a time by walking up the four places. */
function byHand(type: PolicyType, rows: PolicyRow[], field: PolicyField): unknown {
  for (const id of ["p1", "s1", "b1", "c"]) {
    const config = rows.find((row) => row.configurableId === id)?.config as PolicyConfig | undefined;
    if (!config) continue;
    if (field in config) return config[field];
    const other = PAIR[field];
    if (other && config[other] !== undefined && config[other] !== null) return null;
  }
  return (POLICY_DEFAULTS[type] as PolicyConfig)[field];
}

const mix = fc.constantFrom(...TYPES).chain((type) => fc.tuple(fc.constant(type), rowsOf(type)));

describe("any mix of rows", () => {
  it("gives each field the word of whoever is nearest", () => {
    fc.assert(
      fc.property(mix, ([type, rows]) => {
        const policy = resolvePolicy(type, layersFor(type, rows, SUBJECT)) as Record<string, unknown>;
        expect(Object.keys(policy).sort()).toEqual(Object.keys(POLICY_DEFAULTS[type]).sort());
        for (const field of fieldsOf(type)) expect(policy[field], field).toEqual(byHand(type, rows, field));
      }),
      { numRuns: 2000 },
    );
  });

  it("never names an amount in two forms", () => {
    fc.assert(
      fc.property(rowsOf("cancellation"), rowsOf("deposit"), (fees, deposits) => {
        const fee = resolvePolicy("cancellation", layersFor("cancellation", fees, SUBJECT));
        const deposit = resolvePolicy("deposit", layersFor("deposit", deposits, SUBJECT));
        expect(fee.feeCents !== null && fee.feePercent !== null).toBe(false);
        expect(deposit.cents !== null && deposit.percent !== null).toBe(false);
      }),
    );
  });

  it("is explained as it is decided: same values, a source that says so, and what holds without it", () => {
    fc.assert(
      fc.property(mix, ([type, rows]) => {
        const layers = layersFor(type, rows, SUBJECT).map((layer) => ({ ...layer, name: `Name of ${layer.id}` }));
        const policy = resolvePolicy(type, layers) as Record<string, unknown>;
        const without = layers.filter(({ scope }) => scope !== "staff");
        const inherited = resolvePolicy(type, without) as Record<string, unknown>;
        for (const field of explainPolicy(type, { scope: "staff", layers, below: [] })) {
          expect(field.value).toEqual(policy[field.field]);
          expect(field.inherited).toEqual(inherited[field.field]);
          const source = layers.find(({ id }) => id === field.source.id);
          if (field.source.scope === "default") expect(field.levels).toEqual([]);
          else expect(field.source.name).toBe(source?.name);
          if (field.isSetHere) expect(source?.scope).toBe("staff");
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const row = (configurableType: PolicyRow["configurableType"], configurableId: string, config: unknown): PolicyRow => {
  return { id: configurableId, configurableType, configurableId, policyType: "cancellation", config, version: 1 };
};

it("takes 'none' of somebody near for an answer", () => {
  const rows = [
    row("company", "c", { feePercent: 50, maxFreePerMonth: 1 }),
    row("staff", "p1", { maxFreePerMonth: null }),
  ];
  const policy = resolvePolicy("cancellation", layersFor("cancellation", rows, SUBJECT));
  expect(policy).toMatchObject({ feePercent: 50, maxFreePerMonth: null });
});

it("lets a fixed fee near by replace a share from afar", () => {
  const rows = [row("company", "c", { feePercent: 50 }), row("service", "s1", { feeCents: 1500 })];
  const policy = resolvePolicy("cancellation", layersFor("cancellation", rows, SUBJECT));
  expect(policy).toMatchObject({ feeCents: 1500, feePercent: null });
});

it.each([[null], ["text"], [[1]], [{ minHoursNotice: "soon", feeCents: -5, unknown: 1 }]])(
  "reads nothing out of a config that fits nothing: %j",
  (config) => {
    expect(readConfig("cancellation", config)).toEqual({});
  },
);

it("tells who below says something else", () => {
  const below = [{ scope: "staff" as const, id: "p2", name: "Eva", version: 1, config: { minHoursNotice: 48 } }];
  const [notice, fee] = explainPolicy("cancellation", { scope: "company", layers: [], below });
  expect(notice?.below).toEqual([{ scope: "staff", id: "p2", name: "Eva", value: 48 }]);
  expect(fee?.below).toEqual([]);
  expect(isNearer("staff", "company")).toBe(true);
  expect(isNearer("company", "branch")).toBe(false);
});
