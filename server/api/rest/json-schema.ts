import { z } from "zod";

/** As much of JSON Schema as zod writes. */
export interface JsonSchema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  [keyword: string]: unknown;
}

/** What a schema looks like on the wire: an instant is a string, whatever it is inside. */
export function toJsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  });
  return json as JsonSchema;
}

/** The variant that holds a value, of a schema that also takes null. */
export function withoutNull(schema: JsonSchema): JsonSchema {
  const types = Array.isArray(schema.type) ? schema.type.filter((type) => type !== "null") : [];
  if (types.length === 1 && types[0]) return { ...schema, type: types[0] };
  const variants = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== "null") ?? [];
  return variants.length === 1 && variants[0] ? withoutNull(variants[0]) : schema;
}
