import { toSnake } from "../field-names";
import type { JsonSchema } from "../json-schema";

/** The schema as the door shows it: its own names, and without what only a program of ours reads out of it. */
export function toOuterSchema(schema: JsonSchema): JsonSchema {
  const { properties, required, additionalProperties, items, anyOf, oneOf, allOf, ...own } = schema;
  const each = (variants: JsonSchema[]) => variants.map(toOuterSchema);
  return {
    ...plain(own),
    ...(properties && { properties: toOuterProperties(properties) }),
    ...(required && { required: required.map(toSnake) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === "object" ? toOuterSchema(additionalProperties) : additionalProperties,
    }),
    ...(items && { items: toOuterSchema(items) }),
    ...(anyOf && { anyOf: each(anyOf) }),
    ...(oneOf && { oneOf: each(oneOf) }),
    ...(allOf && { allOf: each(allOf) }),
  };
}

export function toOuterProperties(properties: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [toSnake(name), toOuterSchema(property)]),
  );
}

const BOUNDLESS = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

/** A format says it shorter than its pattern, and the largest number there is bounds nothing. */
function plain({ pattern, maximum, minimum, propertyNames: _, ...rest }: JsonSchema): JsonSchema {
  const isBound = (value: unknown) => value !== undefined && !BOUNDLESS.includes(Number(value));
  return {
    ...rest,
    ...(pattern && !rest.format && { pattern }),
    ...(isBound(minimum) && { minimum }),
    ...(isBound(maximum) && { maximum }),
  };
}
