import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { documentText } from "@/server/api/rest/document/document";
import { toOuter, toSnake } from "@/server/api/rest/field-names";
import type { Operation } from "@/server/api/rest/operation";
import { OPERATIONS } from "@/server/api/rest/operations";
import { newId } from "@/server/core/ids";
import type { FieldSchema } from "../../support/fuzzed-input";
import { type RestAnswer, rest, restAs } from "../../support/rest-requests";
import { isRow, rowOf, type Snapshot, snapshots, toField } from "../../support/walk";
import { filled, isNested, type Leaf, leavesOf, nameOf } from "../../support/walk-leaves";
import { createRows } from "../../support/walk-rows";
import { PLAIN } from "../../support/walk-values";

const document = JSON.parse(documentText());
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));

let ours: Awaited<ReturnType<typeof createRows>>;
let theirs: Awaited<ReturnType<typeof createRows>>;
beforeAll(async () => {
  [ours, theirs] = [await createRows(), await createRows()];
  known = await bothCompanies();
});

/** What stands in the database after each question is what stood there before the next. */
let known: Snapshot[] = [];
const bothCompanies = () => snapshots([theirs.rows.companyId, ours.rows.companyId]);

const operations = OPERATIONS.filter(({ name }) => !name.startsWith("platform."));

/** Of our own rows what must be there, and one field as given; under the door's names. */
function requestOf({ method, path, parameters, fields, inputShape }: Operation, odd: Record<string, unknown> = {}) {
  const plain = toOuter(PLAIN, inputShape) as Record<string, unknown>;
  const value = (field: string) =>
    odd[field] ?? (isRow(field) ? toField(field, rowOf(field, ours.rows)) : plain[toSnake(field)]);
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
/** Whoever asks about an id knows it: an answer about many repeats it with each row. */
const echoless = (answer: ReturnType<typeof told>, asked: string): ReturnType<typeof told> =>
  JSON.parse(JSON.stringify(answer).replaceAll(asked, "asked"));

/** Every place of every input at which an id can stand, with the field that holds it when it does. */
const walked = operations.flatMap((operation) => {
  const nested = leavesOf(operation.input as FieldSchema).filter(isNested);
  return [
    ...fieldsOf(operation).map((field) => ({
      ...{ ...operation, operation, place: field, row: field },
      oddWith: (id: string) => ({ [field]: toField(field, id) }),
    })),
    ...nested.map((leaf) => ({
      ...{ ...operation, operation, place: leaf.join("."), row: nameOf(leaf) },
      oddWith: (id: string) => outermost(operation, leaf, id),
    })),
  ];
});

function outermost({ input, inputShape }: Operation, leaf: Leaf, id: string): Record<string, unknown> {
  const [field = ""] = leaf;
  const schema = (input as FieldSchema).properties?.[field] ?? {};
  const value = filled(schema, { rows: ours.rows, leaf, id }, [field]);
  return { [field]: (toOuter({ [field]: value }, inputShape) as Record<string, unknown>)[toSnake(field)] };
}

describe("every REST operation", () => {
  it("is walked", () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(walked.length).toBeGreaterThan(50);
  });

  it.each(walked)(
    "$method $path takes another company's $place for one that is not there",
    async ({ operation, row, oddWith }) => {
      const before = known;
      const ask = await restAs(ours.bookable.company.owner);
      const send = async (id: string) => {
        const { line, ...request } = requestOf(operation, oddWith(id));
        return told(await ask(line, request));
      };
      const [asked, nobodys] = [rowOf(row, theirs.rows), newId()];
      const foreign = echoless(await send(asked), asked);
      const unknown = echoless(await send(nobodys), nobodys);
      known = await bothCompanies();
      expect(foreign).toEqual(unknown);
      // Who is not ours offers nothing here, and is never free.
      expect([200, 404, 409]).toContain(foreign.status);
      if (foreign.body.meta) expect([foreign.body.data, foreign.body.meta.total || 0]).toEqual([[], 0]);
      for (const secret of Object.values(theirs.rows)) expect(JSON.stringify(foreign)).not.toContain(secret);
      expect(known).toEqual(before);
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
