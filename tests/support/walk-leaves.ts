import { z } from "zod";
import type { FieldSchema } from "./fuzzed-input";
import { isRow, type Procedure, rowOf } from "./walk";
import type { Rows } from "./walk-rows";
import { nextWeek, PLAIN } from "./walk-values";

/** The way to an id inside an input: `segments.*.staffId`. */
export type Leaf = readonly string[];

const EACH = "*";

export const schemaOf = ({ _def: { inputs } }: Procedure): FieldSchema =>
  inputs[0] ? (z.toJSONSchema(inputs[0], { io: "input", unrepresentable: "any" }) as FieldSchema) : {};

const choicesOf = ({ anyOf = [], oneOf = [], allOf = [] }: FieldSchema) => [...anyOf, ...oneOf, ...allOf];
const itemsOf = ({ items }: FieldSchema): FieldSchema | null => (typeof items === "object" ? items : null);

/** Every place of an input at which an id can stand, however deep. */
export function leavesOf(schema: FieldSchema, way: Leaf = []): Leaf[] {
  const items = itemsOf(schema);
  const found = [
    ...(schema.format === "uuid" ? [way] : []),
    ...choicesOf(schema).flatMap((choice) => leavesOf(choice, way)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => leavesOf(inner, [...way, name])),
    ...(items ? leavesOf(items, [...way, EACH]) : []),
  ];
  return [...new Map(found.map((leaf) => [leaf.join("."), leaf])).values()];
}

/** What the id at a place is called: the last name on the way to it. */
export const nameOf = (leaf: Leaf): string => leaf.findLast((part) => part !== EACH) ?? "";

/** Deeper than a field of its own, or a list of ids in one. */
export const isNested = (leaf: Leaf): boolean => leaf.length > (leaf.at(-1) === EACH ? 2 : 1);

interface Filling {
  rows: Rows;
  leaf: Leaf;
  id: string;
}

/** A value that the schema takes, of our own rows, with the id in question at its place. */
export function filled(schema: FieldSchema, filling: Filling, way: Leaf): unknown {
  const leads = way.every((part, at) => part === filling.leaf[at]);
  if (leads && way.length === filling.leaf.length) return filling.id;
  const choices = choicesOf(schema);
  if (choices.length > 0) return filled(chosen(choices, { leads, way, leaf: filling.leaf }), filling, way);
  const name = nameOf(way);
  if (schema.format === "uuid" && isRow(name)) return rowOf(name, filling.rows);
  const items = itemsOf(schema);
  if (items && (leads || schema.minItems)) return [filled(items, filling, [...way, EACH])];
  if (schema.properties) return filledObject(schema, filling, { way, leads });
  if (schema.const !== undefined) return schema.const;
  return schema.enum?.[0] ?? PLAIN[name] ?? BY_TYPE[schema.format ?? String(schema.type)];
}

/** Of several shapes the one in which the place is; else the first one that says anything. */
function chosen(choices: FieldSchema[], { leads, way, leaf }: { leads: boolean; way: Leaf; leaf: Leaf }): FieldSchema {
  const holding = choices.find((choice) => leavesOf(choice, way).some((one) => one.join(".") === leaf.join(".")));
  return (leads ? holding : undefined) ?? choices.find(({ type }) => type !== "null") ?? {};
}

function filledObject(
  { properties = {}, required = [] }: FieldSchema,
  filling: Filling,
  { way, leads }: { way: Leaf; leads: boolean },
) {
  const next = leads ? filling.leaf[way.length] : undefined;
  const names = Object.keys(properties).filter((name) => required.includes(name) || name === next);
  const beside = BESIDE[filling.leaf.join(".")] ?? {};
  return {
    ...(leads && beside),
    ...Object.fromEntries(
      names
        .filter((name) => !(leads && name in beside))
        .map((name) => [name, filled(properties[name] ?? {}, filling, [...way, name])]),
    ),
  };
}

const BY_TYPE: Record<string, unknown> = {
  ...{ boolean: false, integer: 1, number: 1, string: "Probe", object: {}, array: [], null: null },
  ...{ "date-time": nextWeek(0), date: nextWeek(0).slice(0, 10) },
};

/** What has to stand beside an id for it to be looked at. */
const BESIDE: Record<string, Record<string, unknown>> = {
  "segments.*.staffId": { staffMode: "specific" },
};
