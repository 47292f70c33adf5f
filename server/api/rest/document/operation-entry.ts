import { isPermission } from "@/server/identity/rules/permissions";
import { makesSomething } from "../answer";
import type { JsonSchema } from "../json-schema";
import { isList } from "../list-parameters";
import type { Operation } from "../operation";
import { isConditional } from "../operations";
import { ERROR_STATUSES, LIMIT_HEADERS, LIST_META, ref } from "./components";
import { exampleOf } from "./example";
import { toOuterProperties, toOuterSchema } from "./outer-schema";
import { summaryOf } from "./summaries";

const PAGING: Record<string, string> = { page: "Page", per_page: "PerPage", cursor: "Cursor" };

/** An operation as the document describes it. */
export function toEntry(operation: Operation) {
  const { name, method, meta } = operation;
  const body = method === "GET" ? undefined : bodyOf(operation);
  return {
    operationId: name.replaceAll(".", "_"),
    tags: [tagOf(operation)],
    summary: summaryOf(name),
    description: describe(operation),
    ...(meta.permission === "public" && { security: [] }),
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...headerParameters(operation)],
    ...(body && { requestBody: body }),
    responses: { ...successOf(operation), ...refusalsOf(operation) },
  };
}

/** The first word of the path: `/customers/{id}/notes` is about customers. */
export const tagOf = ({ path }: Operation): string => path.split("/")[1] ?? "";

function describe({ meta }: Operation): string {
  const { permission = "", limit, reauthentication } = meta;
  const needs = isPermission(permission) ? `Needs the permission \`${permission}\`.` : WHOEVER[permission];
  const proof = reauthentication && "Whoever asks has proved who they are within the last minutes.";
  return [needs, limit && `Limit: \`${limit}\`.`, proof].filter(Boolean).join(" ");
}

const WHOEVER: Record<string, string> = {
  public: "For anybody.",
  account: "For whoever is signed in; not for API keys.",
  signed_in: "For whoever works for the company.",
};

function pathParameters({ parameters, input }: Operation) {
  return parameters.map(({ name, field }) => {
    const schema = toOuterSchema(input.properties?.[field] ?? { type: "string" });
    return { name, in: "path", required: true, schema };
  });
}

function queryParameters(operation: Operation) {
  const { method, fields, answer } = operation;
  if (method !== "GET" && method !== "DELETE") return [];
  const own = [...fields].filter(([outer]) => !(isList(answer) && outer in PAGING));
  const paging = isList(answer)
    ? Object.entries(PAGING).filter(([outer]) => answer === "array" || fields.has(outer))
    : [];
  return [
    ...own.map(([outer, { schema, isRequired }]) => ({
      ...{ name: outer, in: "query", schema: toParameterSchema(outer, schema, operation) },
      ...(isRequired && { required: true }),
      ...(schema.type === "array" && { style: "form", explode: false }),
    })),
    ...paging.map(([, component]) => ref("parameters", component)),
  ];
}

/** A list takes a day as well as an instant, and its order as the name of what it sorts by. */
function toParameterSchema(outer: string, schema: JsonSchema, { answer, meta }: Operation): JsonSchema {
  if (isList(answer) && (outer === "from_date" || outer === "to_date"))
    return {
      type: "string",
      description: "A day by the company's clock, or an instant with its offset.",
      example: "2026-12-01",
    };
  if (isList(answer) && outer === "sort") {
    const description = "`-` in front turns the order round.";
    return { type: "string", enum: [`${meta.sortedBy}`, `-${meta.sortedBy}`], description };
  }
  return toOuterSchema(schema);
}

function headerParameters(operation: Operation) {
  const { method, answer, meta } = operation;
  const isOfCompany = meta.permission !== "public" && meta.permission !== "account";
  const isRepeatable = method === "POST" && isOfCompany;
  const isReading = method === "GET" && !isList(answer);
  return [
    ...(isRepeatable ? [ref("parameters", "IdempotencyKey")] : []),
    ...(isConditional(operation) ? [ref("parameters", "IfMatch")] : []),
    ...(isReading ? [ref("parameters", "IfNoneMatch")] : []),
    ...(isOfCompany ? [ref("parameters", "CompanyId")] : []),
    ref("parameters", "AcceptLanguage"),
  ];
}

function bodyOf({ method, fields }: Operation) {
  if (method === "DELETE" || fields.size === 0) return undefined;
  const entries = [...fields.values()];
  const properties = toOuterProperties(Object.fromEntries(entries.map(({ name, schema }) => [name, schema])));
  const required = [...fields].filter(([, { isRequired }]) => isRequired).map(([outer]) => outer);
  const schema = { type: "object", properties, ...(required.length > 0 && { required }) };
  const example = exampleOf({ ...schema, properties: without(properties, "version") });
  return { required: required.length > 0, content: { "application/json": { schema, example } } };
}

const without = (properties: Record<string, JsonSchema>, name: string) =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name));

function successOf(operation: Operation) {
  const { answer, method } = operation;
  if (answer === "nothing") return { "204": { description: "Done.", headers: LIMIT_HEADERS } };
  const schema = answerSchema(operation);
  const isMade = makesSomething(operation);
  const headers = {
    ...LIMIT_HEADERS,
    ...(method === "GET" && !isList(answer) && { ETag: ref("headers", "ETag") }),
    ...(isMade && { Location: ref("headers", "Location") }),
    ...(method === "POST" && { "Idempotency-Replayed": ref("headers", "IdempotencyReplayed") }),
  };
  const content = { "application/json": { schema, example: exampleOf(schema) } };
  return { [isMade ? "201" : "200"]: { description: isMade ? "Made." : "Done.", headers, content } };
}

function answerSchema({ answer, output }: Operation): JsonSchema {
  const outer = toOuterSchema(output);
  if (answer === "plain") return outer;
  if (answer === "single") return { type: "object", required: ["data"], properties: { data: outer } };
  const rows = answer === "array" ? outer : (outer.properties?.items ?? {});
  return { type: "object", required: ["data", "meta"], properties: { data: rows, meta: LIST_META } };
}

/** Every operation can be refused by the gates before it; the rest by what it does. */
function refusalsOf({ method, parameters, answer }: Operation) {
  const reads = [400, 401, 403, 429, 500, 503];
  const names = parameters.length > 0 || method !== "GET" ? [404] : [];
  const changes = method === "GET" || isList(answer) ? [] : [402, 409, 410, 412, 413, 422, 423];
  const possible = new Set([...reads, ...names, ...changes]);
  return Object.fromEntries(
    ERROR_STATUSES.filter((status) => possible.has(status)).map((status) => [
      String(status),
      ref("responses", `Error${status}`),
    ]),
  );
}
