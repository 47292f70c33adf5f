import { type JsonSchema, withoutNull } from "../json-schema";

/** What people would write; fields that are not here get what their type has. Numbers are of the ranges reserved for fiction. */
const BY_NAME: Record<string, unknown> = {
  first_name: "Maria",
  last_name: "Schäfer",
  name: "Maria Schäfer",
  email: "maria.schaefer@example.com",
  phone: "+493023125001",
  phone_text: "030 23125001",
  from_number: "+493023125001",
  birthdate: "1987-05-14",
  salutation: "Frau",
  notes: "Bitte am Fenster",
  reason: "Kunde ist krank",
  timezone: "Europe/Berlin",
  currency: "EUR",
  locale: "de",
  country: "DE",
  state: "BY",
  file_base64: "RGF0dW07VWhyemVpdA==",
  language: "de",
  password: "blaue wolken tanzen leise",
  two_factor_code: "123456",
  next_cursor: null,
  total: 1,
  page: 1,
  per_page: 25,
  price_cents: 4900,
  duration_minutes: 45,
};

const BY_FORMAT: Record<string, string> = {
  uuid: "01a1fc68-5b42-7649-aec6-dc706d167405",
  "date-time": "2026-12-01T09:30:00+01:00",
  date: "2026-12-01",
  email: "maria.schaefer@example.com",
  uri: "https://example.com",
};

/** A value that the schema takes. */
export function exampleOf(schema: JsonSchema, name = ""): unknown {
  const wanted = withoutNull(schema);
  if (name in BY_NAME && fits(BY_NAME[name], wanted)) return BY_NAME[name];
  if (wanted.const !== undefined) return wanted.const;
  if (wanted.enum) return wanted.default ?? wanted.enum[0];
  if (wanted.default !== undefined) return wanted.default;
  const variant = (wanted.anyOf ?? wanted.oneOf)?.[0];
  if (variant) return exampleOf(variant, name);
  return exampleOfType(wanted, name);
}

const fits = (value: unknown, { type, enum: choices, pattern }: JsonSchema): boolean => {
  if (choices) return false;
  if (pattern && !(typeof value === "string" && new RegExp(pattern).test(value))) return false;
  if (value === null) return type === "string";
  return type === typeof value || (type === "integer" && Number.isInteger(value));
};

function exampleOfType(schema: JsonSchema, name: string): unknown {
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries({ ...keyedOf(schema), ...schema.properties }).map(([key, property]) => [
          key,
          exampleOf(property, key),
        ]),
      );
    case "array":
      return Array.from({ length: Math.max(1, Number(schema.minItems ?? 1)) }, () =>
        exampleOf(schema.items ?? {}, name.replace(/s$/, "")),
      );
    case "integer":
    case "number":
      return Number(schema.minimum ?? 1);
    case "boolean":
      return true;
    case "string":
      return BY_FORMAT[schema.format ?? ""] ?? textOf(schema);
    default:
      return {};
  }
}

/** A map that has a value for each of certain keys. */
function keyedOf({ required = [], additionalProperties }: JsonSchema): Record<string, JsonSchema> {
  if (typeof additionalProperties !== "object") return {};
  return Object.fromEntries(required.map((key) => [key, additionalProperties]));
}

/** Wall times, colours and tokens have patterns of their own; everything else is a word. */
function textOf({ pattern = "", minLength }: JsonSchema): string {
  if (pattern.includes("[0-5]\\d$")) return "09:30";
  if (pattern.startsWith("^#")) return "#0f766e";
  return "Beispiel".padEnd(Number(minLength ?? 0), "x");
}
