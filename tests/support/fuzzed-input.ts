import fc from "fast-check";
import { HOSTILE_KEYS, hostileValue } from "./hostile-values";

/** As much of JSON schema as zod writes of an input. */
export interface FieldSchema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: FieldSchema[];
  oneOf?: FieldSchema[];
  allOf?: FieldSchema[];
  items?: FieldSchema | boolean;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

export interface Ids {
  own: readonly string[];
  /** Our own row that a field of this name means. */
  named: Readonly<Record<string, string>>;
  foreign: readonly string[];
}

const DAY_MS = 86_400_000;
const soon = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

const BY_FORMAT: Record<string, (ids: Ids) => fc.Arbitrary<unknown>> = {
  uuid: ({ own }) => fc.constantFrom(...own),
  "date-time": () => fc.integer({ min: -20, max: 40 }).map(soon),
  date: () => fc.integer({ min: -20, max: 40 }).map((days) => soon(days).slice(0, 10)),
  email: () => fc.constant("eva@example.com"),
  uri: () => fc.constant("https://example.com/x"),
};

/** A value that the schema takes, or nearly: it gets a call past the first check. */
export function plausible(schema: FieldSchema, ids: Ids): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return fc.oneof(...choices.map((choice) => plausible(choice, ids)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") return plausibleObject(schema, ids);
  if (type === "array") {
    const items = typeof schema.items === "object" ? schema.items : {};
    return fc.array(plausible(items, ids), { maxLength: 3 });
  }
  if (type === "string") return BY_FORMAT[schema.format ?? ""]?.(ids) ?? plausibleText(schema);
  if (type === "integer" || type === "number")
    return fc.integer({ min: Math.max(schema.minimum ?? 0, -1000), max: Math.min(schema.maximum ?? 100, 1_000_000) });
  return type === "boolean" ? fc.boolean() : fc.constant(null);
}

function plausibleObject({ properties = {}, required = [] }: FieldSchema, ids: Ids): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, field]) => {
    const row = field.format === "uuid" ? ids.named[name] : undefined;
    const any = plausible(field, ids);
    const weighted = row && fc.oneof({ weight: 4, arbitrary: fc.constant(row) }, { weight: 1, arbitrary: any });
    return [name, weighted || any] as const;
  });
  return fc.record(Object.fromEntries(fields), { requiredKeys: required.filter((name) => name in properties) });
}

function plausibleText({ minLength = 0, maxLength = 200 }: FieldSchema): fc.Arbitrary<string> {
  return fc
    .constantFrom("Probe", "09:00", "+493023125001", "eva@example.com", "x")
    .map((text) => text.padEnd(minLength, "y").slice(0, maxLength));
}

/** A plausible input with one value, one key, or all of it, replaced by what nobody means. */
export function fuzzedInput(schema: FieldSchema, ids: Ids): fc.Arbitrary<unknown> {
  const bad = hostileValue(ids.foreign);
  const good = plausible(schema, ids);
  const oneField = fc.tuple(good, fc.nat(50), bad).map(([value, at, evil]) => replaceAt(value, at, evil));
  const oneMore = fc.tuple(good, fc.constantFrom(...HOSTILE_KEYS), bad).map(([value, key, evil]) => {
    return withKey(value, key, evil);
  });
  return fc.oneof(
    { weight: 8, arbitrary: oneField },
    { weight: 2, arbitrary: oneMore },
    { weight: 1, arbitrary: bad },
    { weight: 2, arbitrary: good },
  );
}

/** Replaces the nth leaf, counted around. */
function replaceAt(value: unknown, at: number, evil: unknown): unknown {
  if (typeof value !== "object" || value === null) return evil;
  const keys = Object.keys(value);
  const key = keys[at % keys.length];
  if (key === undefined) return evil;
  const inner = replaceAt(Reflect.get(value, key), Math.floor(at / keys.length), evil);
  return Array.isArray(value)
    ? value.map((one, index) => (index === Number(key) ? inner : one))
    : withKey(value, key, inner);
}

/** With an own key of that name, also where the name is `__proto__`. */
function withKey(value: unknown, key: string, evil: unknown): unknown {
  if (typeof value !== "object" || value === null) return evil;
  const copy = { ...value };
  Object.defineProperty(copy, key, { value: evil, enumerable: true, writable: true, configurable: true });
  return copy;
}

const UNSTORABLE = ["a\u0000b", "x\udfff"];

/** A text that the database can't hold, once in each place that takes any text, in an input that is fine otherwise. */
export function unstorableInputs(schema: FieldSchema, ids: Ids, seed: number): unknown[] {
  const fields = Object.entries(schema.properties ?? {}).filter(([, field]) => isFreeText(field));
  const [base] = fc.sample(plausible(schema, ids), { seed, numRuns: 1 });
  return fields.flatMap(([name]) => UNSTORABLE.map((text) => withKey(base, name, text)));
}

function isFreeText(field: FieldSchema): boolean {
  const choices = field.anyOf ?? [field];
  return choices.some(({ type, format, enum: values, pattern }) => type === "string" && !format && !values && !pattern);
}
