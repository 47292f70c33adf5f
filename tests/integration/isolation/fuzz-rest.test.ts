import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "@/server/api/rest/operation";
import { OPERATIONS } from "@/server/api/rest/operations";
import { handleRest } from "@/server/api/rest/rest-door";
import { companyState, countStatements, databaseState, idsOf } from "../../support/database-state";
import { isFault, numRuns, seed } from "../../support/fuzz-settings";
import { type FieldSchema, fuzzedInput, unstorableInputs } from "../../support/fuzzed-input";
import { withoutTraces } from "../../support/lasting-traces";
import { createPopulatedCompany, type PopulatedCompany } from "../../support/populated-company";
import { programSessionOf } from "../../support/signed-in";

let theirs: PopulatedCompany;
/** The one before, where nothing was changed: each further company makes each look at the database longer. */
let untouched: PopulatedCompany | null = null;
let foreign: string[];
beforeAll(async () => {
  await countStatements();
  theirs = await createPopulatedCompany();
  foreign = await idsOf(theirs.companyId);
});

const plainNumbers = (_key: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);

/** As text that can stand in an address: half a character can't. */
function inAddress(value: unknown): string {
  const text = typeof value === "string" ? value : written(value);
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "�").slice(0, 8000));
}

/** What is nested too deeply to be written can't be sent either. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value, plainNumbers) ?? "undefined";
  } catch {
    return "undefined";
  }
}

/** A request for the operation, with this input where each of its fields belongs; what is no object is the body. */
function toRequest({ method, path, parameters, fields }: Operation, input: unknown, token: string): Request {
  const values = new Map(typeof input === "object" && input !== null ? Object.entries(input) : []);
  const address = parameters.reduce(
    (at, { name, field }) => at.replace(`{${name}}`, inAddress(values.get(field)) || "-"),
    path,
  );
  const taken = parameters.map(({ field }) => field);
  const outer = new Map([...fields].map(([name, field]) => [field.name, name]));
  const rest = [...values]
    .filter(([name]) => !taken.includes(name))
    .map(([name, value]) => [outer.get(name) ?? name, value]);
  const isQuery = method === "GET" || method === "DELETE";
  const query = isQuery ? `?${rest.map(([name, value]) => `${inAddress(name)}=${inAddress(value)}`).join("&")}` : "";
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const body = isQuery ? undefined : toBody(values.size > 0 ? Object.fromEntries(rest) : input);
  return new Request(`http://localhost:3000/api/v2${address}${query}`, { method, headers, body });
}

function toBody(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "undefined";
  } catch {
    return "{";
  }
}

const reached = new Set<string>();

describe("whatever is sent to a REST operation", () => {
  const named = OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

  it.each(named)("%s answers without a fault, a leak, or a trace of what it refused", async (_, operation) => {
    const ours = untouched ?? (await createPopulatedCompany());
    untouched = null;
    const ids = { own: await idsOf(ours.companyId), named: ours.rows, foreign };
    const theirState = await companyState(theirs.companyId);
    const start = await databaseState();
    let before = start;
    const property = fc.asyncProperty(fuzzedInput(operation.input as FieldSchema, ids), async (input) => {
      const token = await programSessionOf(ours.owner, ours.companyId);
      const request = toRequest(operation, input, token);
      const sent = decodeURIComponent(request.url) + (toBody(input) ?? "");
      const response = await handleRest(request);
      const text = await response.text();
      expect(isFault(response.status), text).toBe(false);
      if (response.status >= 400)
        expect(JSON.parse(text)).toMatchObject({ success: false, error: { code: expect.any(String) } });
      expect(foreign.filter((id) => text.includes(id) && !sent.includes(id))).toEqual([]);
      const after = await databaseState();
      if (response.status >= 400)
        expect(withoutTraces(after, operation.name)).toEqual(withoutTraces(before, operation.name));
      else reached.add(operation.name);
      before = after;
    });
    const examples = unstorableInputs(operation.input as FieldSchema, ids, seed).map((input): [unknown] => [input]);
    await fc.assert(property, { seed, numRuns: numRuns + examples.length, examples, endOnFailure: true });
    expect(await companyState(theirs.companyId)).toEqual(theirState);
    if (isDeepStrictEqual(before, start)) untouched = ours;
  });

  it("gets past the first check often enough to mean something", () => {
    expect(reached.size).toBeGreaterThan(OPERATIONS.length / 2);
  });
});

describe("a door that is none", () => {
  it.each([
    ...[
      "/api/v2/nowhere",
      "/api/v2/customers/../../etc/passwd",
      "/api/v2/%00",
      "/api/v2/%ff%fe",
      "/api/v2//",
      "/api/v2/__proto__",
    ],
    ...[
      "/api/v2/constructor/x",
      "/api/v1/staff",
      "/api/v3/customers",
      `/api/v2/${"a/".repeat(3000)}`,
      "/api/v2/customers;x=1",
    ],
  ])("is not found (%s)", async (path) => {
    const response = await handleRest(new Request(`http://localhost:3000${path}`));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ success: false, error: { code: "NOT_FOUND" } });
  });
});
