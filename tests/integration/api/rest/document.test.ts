import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { handleDocument } from "@/server/api/rest/document/document-door";
import { compileOperations, OPERATIONS } from "@/server/api/rest/operations";
import { appRouter } from "@/server/api/root";
import { router } from "@/server/api/trpc";
import { ERROR_STATUS } from "@/server/core/errors";
import { listOrder, pageInput, pageOf } from "@/server/core/page";

// biome-ignore lint/suspicious/noExplicitAny: a document of another format than ours
type Entry = any;
const read = async () => (await handleDocument(new Request("http://localhost:3000/api/v2/openapi.json"))).json();
const document: Entry = await read();
const entries: [string, string, Entry][] = Object.entries<Entry>(document.paths).flatMap(([path, methods]) =>
  Object.entries<Entry>(methods).map(([method, entry]): [string, string, Entry] => [method.toUpperCase(), path, entry]),
);

describe("the document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(document.openapi).toBe("3.1.0");
  });

  it("has every procedure that names an operation, and no other", () => {
    const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Entry>);
    const declared = procedures.filter(([, { _def }]) => _def.meta?.rest).map(([name]) => name.replaceAll(".", "_"));
    expect(entries.map(([, , { operationId }]) => operationId).sort()).toEqual(declared.sort());
    expect(entries.length).toBe(OPERATIONS.length);
  });

  it("names each thing once and in snake_case", () => {
    expect(new Set(entries.map(([, , { operationId }]) => operationId)).size).toBe(entries.length);
    const names = [...JSON.stringify(document).matchAll(/"properties":\{"(\w+)"/g)].map(([, name]) => name);
    expect(names.filter((name) => /[A-Z]/.test(name ?? ""))).toEqual([]);
  });

  it("says by what each list may be sorted", () => {
    const sortOf = (path: string) =>
      document.paths[path].get.parameters.find(({ name }: Entry) => name === "sort")?.schema.enum;
    expect(sortOf("/customers")).toEqual(["name", "-name"]);
    expect(sortOf("/audit-log")).toEqual(["occurred_at", "-occurred_at"]);
    expect(sortOf("/staff")).toBeUndefined();
  });

  it("lists every stable code", () => {
    expect(document.components.schemas.ErrorCode.enum.sort()).toEqual(Object.keys(ERROR_STATUS).sort());
  });

  it("gives examples that its own schemas take", () => {
    const ajv = addFormats(new Ajv2020({ strict: false }));
    for (const [method, path, entry] of entries) {
      const contents = [entry.requestBody, ...Object.values<Entry>(entry.responses)]
        .map((part) => part?.content?.["application/json"])
        .filter(Boolean);
      for (const { schema, example } of contents) {
        const validate = ajv.compile(schema);
        expect(validate(example) ? [] : validate.errors, `${method} ${path}`).toEqual([]);
      }
    }
  });

  it("is told to whoever has it already in no words", async () => {
    const url = "http://localhost:3000/api/v2/openapi.json";
    const etag = (await handleDocument(new Request(url))).headers.get("etag") ?? "";
    const again = await handleDocument(new Request(url, { headers: { "if-none-match": etag } }));
    expect(again.status).toBe(304);
  });
});

describe("operations that do not fit together", () => {
  const base = companyProcedure.input(z.object({ rowId: z.uuid(), otherId: z.uuid() })).output(z.void());
  const procedureAt = (rest: string) => base.meta({ permission: "signed_in", rest }).mutation(() => undefined);
  const compile = (...paths: string[]) =>
    compileOperations(
      router(Object.fromEntries(paths.map((path, at) => [`p${at}`, procedureAt(path)])))._def.procedures,
    );

  it.each([
    [["POST /rows/{id}"], null],
    [["POST /things/{id}"], "no field of the input takes {id}"],
    [["POST /things/{id=rowId}/{otherId}"], null],
    [["POST rows"], "is no method and path"],
    [["GET /rows/{id}"], "GET changes nothing"],
    [["POST /Rows"], "is no part of a path"],
    [["PATCH /rows/{id}", "PATCH /rows/{rowId}"], "are both PATCH /rows/{}"],
  ])("%s: %s", (paths, refusal) => {
    if (refusal === null) expect(compile(...paths)).toHaveLength(paths.length);
    else expect(() => compile(...paths)).toThrow(refusal);
  });

  it("a list that runs either way says by what", () => {
    const list = (sortedBy?: string) => {
      const meta = { permission: "signed_in", rest: "GET /rows", ...(sortedBy && { sortedBy }) } as const;
      const input = z.object({ order: listOrder.optional(), ...pageInput });
      const rows = companyProcedure
        .meta(meta)
        .input(input)
        .output(pageOf(z.object({})));
      return () =>
        compileOperations(router({ rows: rows.query(() => ({ items: [], nextCursor: null })) })._def.procedures);
    };
    expect(list("name")).not.toThrow();
    expect(list()).toThrow("sortedBy");
  });
});
