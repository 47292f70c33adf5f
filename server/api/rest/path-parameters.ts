import { toSnake } from "./field-names";
import type { JsonSchema } from "./json-schema";

export interface PathParameter {
  /** As it stands in the path: `id`, or `note_id`. */
  name: string;
  /** The field of the procedure's input that takes it. */
  field: string;
}

const PARAMETER = /^\{([a-zA-Z]+)(?:=([a-zA-Z]+))?\}$/;
const SEGMENT = /^[a-z0-9.]+(-[a-z0-9]+)*$/;

/**
 * Binds each `{…}` of a path to a field of the input. `{id}` is the id of the noun before it (`/api-keys/{id}` takes
 * `apiKeyId`), or the only required id there is; `{noteId}` is the field of that name; `{id=membershipId}` says it.
 */
export function bindParameters(name: string, template: string, input: JsonSchema) {
  const parameters: PathParameter[] = [];
  const segments = template.slice(1).split("/");
  const path = segments.map((segment, at) => {
    const [, given, field] = PARAMETER.exec(segment) ?? [];
    if (!given) {
      if (!SEGMENT.test(segment)) throw new Error(`${name}: "${segment}" is no part of a path`);
      return segment;
    }
    const parameter = { name: toSnake(given), field: field ?? findField(given, { before: segments[at - 1], input }) };
    if (!parameter.field || !(parameter.field in (input.properties ?? {})))
      throw new Error(`${name}: no field of the input takes ${segment} of ${template}`);
    parameters.push({ ...parameter, field: parameter.field });
    return `{${parameter.name}}`;
  });
  return { path: `/${path.join("/")}`, parameters };
}

function findField(given: string, { before = "", input }: { before: string | undefined; input: JsonSchema }): string {
  if (given !== "id") return given;
  const noun = `${toCamel(toSingular(before))}Id`;
  const { properties = {}, required = [] } = input;
  if (noun in properties) return noun;
  const ids = required.filter((field) => field === "id" || field.endsWith("Id"));
  return ids.length === 1 ? (ids[0] ?? "") : "";
}

const toSingular = (noun: string): string => noun.replace(/ies$/, "y").replace(/s$/, "");
const toCamel = (kebab: string): string => kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
