import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { documentText } from "@/server/api/rest/document/document";
import { snakeDeep } from "@/server/api/rest/field-names";
import type { Operation } from "@/server/api/rest/operation";
import { OPERATIONS } from "@/server/api/rest/operations";
import { newId } from "@/server/core/ids";
import { type RestAnswer, rest, restAs } from "../../support/rest-requests";
import { isRow, rowOf, snapshot, toField } from "../../support/walk";
import { createRows } from "../../support/walk-rows";
import { PLAIN } from "../../support/walk-values";

const document = JSON.parse(documentText());
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));

let ours: Awaited<ReturnType<typeof createRows>>;
let theirs: Awaited<ReturnType<typeof createRows>>;
beforeAll(async () => {
  [ours, theirs] = [await createRows(), await createRows()];
});

const operations = OPERATIONS.filter(({ name }) => !name.startsWith("platform."));

/** Of our own rows what must be there, and one field as given; under the door's names. */
function requestOf({ method, path, parameters, fields }: Operation, odd: Record<string, unknown> = {}) {
  const value = (field: string) =>
    odd[field] ?? (isRow(field) ? toField(field, rowOf(field, ours.rows)) : snakeDeep(PLAIN[field]));
  const address = parameters.reduce((at, { name, field }) => at.replace(`{${name}}`, String(value(field))), path);
  const sent = [...fields].filter(([, { name, isRequired }]) => isRequired || name in odd);
  const values = Object.fromEntries(sent.map(([outer, { name }]) => [outer, value(name)]));
  if (method !== "GET" && method !== "DELETE") return { line: `${method} /api/v2${address}`, body: values };
  const query = new URLSearchParams(Object.entries(values).map(([key, text]): [string, string] => [key, String(text)]));
  return { line: `${method} /api/v2${address}?${query}` };
}

const told = ({ status, body }: RestAnswer) => {
  const { request_id: _, ...error } = body?.error ?? {};
  return { status, body: body?.error ? error : body };
};

const fieldsOf = ({ parameters, fields }: Operation) =>
  [...parameters.map(({ field }) => field), ...[...fields.values()].map(({ name }) => name)].filter(isRow);
const walked = operations.flatMap((operation) =>
  fieldsOf(operation).map((field) => ({ ...operation, operation, field })),
);

describe("every REST operation", () => {
  it("is walked", () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(walked.length).toBeGreaterThan(50);
  });

  it.each(walked)(
    "$method $path takes another company's $field for one that is not there",
    async ({ operation, field }) => {
      const [before, own] = [await snapshot(theirs.rows.companyId), await snapshot(ours.rows.companyId)];
      const ask = await restAs(ours.bookable.company.owner);
      const send = async (id: string) => {
        const { line, ...request } = requestOf(operation, { [field]: toField(field, id) });
        return told(await ask(line, request));
      };
      const [foreign, unknown] = [await send(rowOf(field, theirs.rows)), await send(newId())];
      expect(foreign).toEqual(unknown);
      // Who is not ours offers nothing here, and is never free.
      expect([200, 404, 409]).toContain(foreign.status);
      if (foreign.body.meta) expect([foreign.body.data, foreign.body.meta.total || 0]).toEqual([[], 0]);
      for (const secret of Object.values(theirs.rows)) expect(JSON.stringify(foreign)).not.toContain(secret);
      expect(await snapshot(theirs.rows.companyId)).toEqual(before);
      expect(await snapshot(ours.rows.companyId)).toEqual(own);
    },
  );

  it.each(operations.filter(({ meta }) => meta.permission !== "public"))(
    "$method $path answers nobody without a session",
    async (operation) => {
      const { line, ...request } = requestOf(operation);
      expect(told(await rest(line, request))).toMatchObject({ status: 401, body: { code: "UNAUTHENTICATED" } });
    },
  );

  it.each(operations.filter(({ method }) => method === "GET"))(
    "$method $path answers about our own as the document says",
    async (operation) => {
      const ask = await restAs(ours.bookable.company.owner);
      const { line } = requestOf(operation);
      const { status, body } = await ask(line);
      expect(status).toBe(200);
      const { schema } = document.paths[operation.path].get.responses["200"].content["application/json"];
      const validate = ajv.compile(schema);
      expect(validate(body) ? [] : validate.errors).toEqual([]);
    },
  );
});
