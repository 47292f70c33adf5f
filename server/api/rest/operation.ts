import { z } from "zod";
import type { ProcedureMeta } from "../trpc";
import { type Shape, shapeOf } from "./field-names";
import { type JsonSchema, toJsonSchema } from "./json-schema";
import { isList, isPageable, outerName } from "./list-parameters";
import { bindParameters, type PathParameter } from "./path-parameters";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

/** How an answer is put: a page, a whole list, one thing, a shape that was promised as it is, or no content. */
export type AnswerKind = "page" | "array" | "single" | "plain" | "nothing";

export interface Operation {
  /** The procedure, such as `customers.get`: also the operation's id in the document. */
  name: string;
  method: Method;
  /** Below the door's own prefix, such as `/customers/{id}`. */
  path: string;
  parameters: PathParameter[];
  /** The input's fields as the door calls them. */
  fields: Map<string, { name: string; schema: JsonSchema; isRequired: boolean }>;
  inputShape: Shape;
  outputShape: Shape;
  input: JsonSchema;
  output: JsonSchema;
  answer: AnswerKind;
  meta: ProcedureMeta;
}

export interface RestProcedure {
  _def: { type: string; meta?: ProcedureMeta; inputs: z.ZodType[]; output?: z.ZodType };
}

/** Reads an operation off a procedure that names one; throws when what it declares does not fit together. */
export function toOperation(name: string, { _def }: RestProcedure): Operation | null {
  const { meta, type, inputs, output } = _def;
  if (!meta?.rest) return null;
  const [, method, template] = /^([A-Z]+) (\/[^\s]*)$/.exec(meta.rest) ?? [];
  if (!isMethod(method) || !template) throw new Error(`${name}: "${meta.rest}" is no method and path`);
  if (!output) throw new Error(`${name}: a REST operation says what it answers (.output)`);
  if (type === "mutation" && method === "GET") throw new Error(`${name}: GET changes nothing`);
  const input = inputs[0] ? toJsonSchema(inputs[0], "input") : {};
  const { path, parameters } = bindParameters(name, template, input);
  const answer = answerKind(output, meta);
  if (isList(answer) && input.properties?.order && !meta.sortedBy)
    throw new Error(`${name}: a list says what its order sorts by (sortedBy)`);
  return {
    ...{ name, method, path, parameters, meta, input, answer },
    fields: fieldsOf(input, { answer, parameters }),
    inputShape: shapeOf(input),
    output: toJsonSchema(output, "output"),
    outputShape: shapeOf(toJsonSchema(output, "output")),
  };
}

const isMethod = (text: string | undefined): text is Method => METHODS.some((method) => method === text);

function answerKind(output: z.ZodType, meta: ProcedureMeta): AnswerKind {
  if (output instanceof z.ZodVoid || output instanceof z.ZodUndefined) return "nothing";
  if (meta.shape) return meta.shape;
  if (output instanceof z.ZodArray) return "array";
  return isPageable(toJsonSchema(output, "output")) ? "page" : "single";
}

function fieldsOf(
  { properties = {}, required = [] }: JsonSchema,
  { answer, parameters }: { answer: AnswerKind; parameters: PathParameter[] },
): Operation["fields"] {
  const inPath = parameters.map(({ field }) => field);
  return new Map(
    Object.entries(properties)
      .filter(([name]) => !inPath.includes(name) && name !== "withTotal")
      .map(([name, schema]) => {
        const field = { name, schema, isRequired: required.includes(name) };
        return [outerName(name, { isList: isList(answer) }), field];
      }),
  );
}
