import type { JsonSchema } from "./json-schema";

/** `totalRevenueCents` inside is `total_revenue_cents` at the door. */
export const toSnake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface Field {
  name: string;
  shape: Shape;
}

/** The keys that a schema names, at every depth; what it leaves open (a map with keys of its own) has none. */
export interface Shape {
  /** By the name inside, and by the one at the door; both name the other. */
  outer?: Map<string, Field>;
  inner?: Map<string, Field>;
  /** Of the values under keys that are not ours. */
  rest?: Shape;
  items?: Shape;
  /** Details of a refusal: no schema names them, and still they are ours. */
  isOurs?: true;
}

export function shapeOf(schema: JsonSchema): Shape {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].map(shapeOf);
  const own: Shape = {
    ...(schema.properties && fieldsOf(schema.properties)),
    ...(typeof schema.additionalProperties === "object" && { rest: shapeOf(schema.additionalProperties) }),
    ...(schema.items && { items: shapeOf(schema.items) }),
    ...(schema["x-own-keys"] === true && { isOurs: true }),
  };
  return variants.reduce(merge, own);
}

function fieldsOf(properties: Record<string, JsonSchema>): Pick<Shape, "outer" | "inner"> {
  const fields = Object.entries(properties).map(([name, schema]) => ({ name, shape: shapeOf(schema) }));
  return {
    outer: new Map(fields.map(({ name, shape }) => [name, { name: toSnake(name), shape }])),
    inner: new Map(fields.map((field) => [toSnake(field.name), field])),
  };
}

function merge(a: Shape, b: Shape): Shape {
  const both = <T>(one?: Map<string, T>, other?: Map<string, T>) =>
    one || other ? new Map([...(one ?? []), ...(other ?? [])]) : undefined;
  const [outer, inner] = [both(a.outer, b.outer), both(a.inner, b.inner)];
  const [rest, items] = [a.rest ?? b.rest, a.items ?? b.items];
  const known = { ...(outer && { outer }), ...(inner && { inner }), ...(rest && { rest }), ...(items && { items }) };
  return a.isOurs || b.isOurs ? { ...known, isOurs: true } : known;
}

/** What leaves the server, under the names of the door. */
export const toOuter = (value: unknown, shape: Shape): unknown => rename(value, shape, "outer");

/** What came in, under our own names; a key that the schema does not name is left out. */
export const toInner = (value: unknown, shape: Shape): unknown => rename(value, shape, "inner");

function rename(value: unknown, shape: Shape, to: "outer" | "inner"): unknown {
  if (shape.isOurs && to === "outer") return snakeDeep(value);
  const { rest, items } = shape;
  if (Array.isArray(value)) return items ? value.map((item) => rename(item, items, to)) : value;
  const fields = shape[to];
  if (!isKeyed(value) || (!fields && !rest)) return value;
  const renamed = Object.entries(value).flatMap(([key, inside]) => {
    const field = fields?.get(key);
    if (field) return [[field.name, rename(inside, field.shape, to)]];
    return rest ? [[key, rename(inside, rest, to)]] : [];
  });
  return Object.fromEntries(renamed);
}

const isKeyed = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !(value instanceof Date);

/** The same for what no schema describes: our own details of a refusal. */
export function snakeDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeDeep);
  if (!isKeyed(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [toSnake(key), snakeDeep(inner)]));
}
