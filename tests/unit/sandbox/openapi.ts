import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject } from "ajv";
import formats from "ajv-formats";

type Method = "get" | "post" | "patch" | "delete";
interface Operation {
  requestBody?: { content: { "application/json": { schema: object } } };
  responses: Record<string, { content?: { "application/json": { schema: object } } }>;
}
interface Document {
  paths: Record<string, Partial<Record<Method, Operation>>>;
  components: object;
}

/** What is wrong with a body by a vendor's published document; an empty list when nothing is. */
export function contract(file: string) {
  const text = readFileSync(new URL(`../../../docs/contracts/${file}`, import.meta.url), "utf8");
  const document = JSON.parse(text) as Document;
  const ajv = formats.default(new Ajv({ strict: false, allErrors: true }));

  function check(schema: object | undefined, body: unknown, what: string): string[] {
    if (!schema) throw new Error(`${file} says nothing about ${what}`);
    const validate = ajv.compile({ ...schema, components: document.components });
    validate(body);
    return (validate.errors ?? []).map(
      ({ instancePath, message }: ErrorObject) => `${what} ${instancePath} ${message}`,
    );
  }

  return {
    operations: Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    ),
    answer(operation: string, { status, body }: { status: number; body: unknown }): string[] {
      const [method, path] = operation.split(" ") as [Method, string];
      const answers = document.paths[path]?.[method]?.responses;
      if (!answers?.[String(status)]) return [`${operation} does not answer ${status}: ${JSON.stringify(body)}`];
      return check(answers[String(status)]?.content?.["application/json"].schema, body, operation);
    },
    request(operation: string, body: unknown): string[] {
      const [method, path] = operation.split(" ") as [Method, string];
      return check(document.paths[path]?.[method]?.requestBody?.content["application/json"].schema, body, operation);
    },
  };
}
