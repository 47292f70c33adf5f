import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import superjson from "superjson";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { appRouter } from "@/server/api/root";
import { handleTrpc } from "@/server/api/trpc-door";
import { platformClient } from "@/server/core/db";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { can, isPermission } from "@/server/identity/rules/permissions";
import { companyState, countStatements, databaseState, idsOf } from "../../support/database-state";
import { createUser } from "../../support/factories";
import { isFault, numRuns, seed } from "../../support/fuzz-settings";
import { type FieldSchema, fuzzedInput, type Ids, unstorableInputs } from "../../support/fuzzed-input";
import { withoutTraces } from "../../support/lasting-traces";
import { createPopulatedCompany, type PopulatedCompany } from "../../support/populated-company";
import { browserHeaders, operatorSessionOf, sessionOf } from "../../support/signed-in";

interface Procedure {
  _def: { type: "query" | "mutation" | "subscription"; inputs: z.ZodType[]; meta?: { permission?: string } };
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

let theirs: PopulatedCompany;
/** The one before, where nothing was changed: each further company makes each look at the database longer. */
let untouched: PopulatedCompany | null = null;
let foreign: string[];
beforeAll(async () => {
  await countStatements();
  theirs = await createPopulatedCompany();
  foreign = await idsOf(theirs.companyId);
});

const schemaOf = ({ _def: { inputs } }: Procedure): FieldSchema =>
  inputs[0] ? (z.toJSONSchema(inputs[0], { io: "input", unrepresentable: "any" }) as FieldSchema) : {};

/** An operator's procedure speaks of every company; whoever else calls it hears nothing. */
function isForOperators({ _def: { meta } }: Procedure): boolean {
  const permission = meta?.permission ?? "";
  return isPermission(permission) && !can(ROLE_PERMISSIONS.admin, permission);
}

async function send(path: string, { type }: Procedure["_def"], { token, input }: { token: string; input: unknown }) {
  const wire = toWire(input);
  const headers = browserHeaders(token, { "content-type": "application/json" });
  const url = `http://localhost:3000/api/trpc/${path}`;
  const stop = new AbortController();
  const { signal } = stop;
  const request =
    type === "mutation"
      ? new Request(url, { method: "POST", headers, body: wire, signal })
      : new Request(`${url}?input=${encodeURIComponent(wire)}`, { headers, signal });
  const response = await handleTrpc(request);
  const isStream = response.headers.get("content-type")?.includes("event-stream");
  if (isStream) stop.abort();
  return { status: response.status, text: isStream ? "" : await response.text(), sent: wire };
}

/** As the browser's client writes it; what it can't write goes as plain JSON. */
function toWire(input: unknown): string {
  try {
    return JSON.stringify(superjson.serialize(input)) ?? "null";
  } catch {
    return '{"json":{"toString":null}}';
  }
}

const reached = new Set<string>();

it("a change of any one row is seen, and of no other", async () => {
  const start = await databaseState();
  expect(await databaseState()).toBe(start);
  await platformClient()
    .$executeRaw`UPDATE customers SET last_name = 'Anders' WHERE company_id = ${theirs.companyId}::uuid`;
  const after = await databaseState();
  const changed = Object.keys(after).filter((table) => after[table] !== start[table]);
  expect(changed).toContain("customers");
  await platformClient().$executeRaw`DELETE FROM customers WHERE false`;
  expect(await databaseState()).toEqual(after);
});

describe("whatever is sent to a procedure", () => {
  it.each(procedures)("%s answers without a fault, a leak, or a trace of what it refused", async (path, procedure) => {
    const ours = untouched ?? (await createPopulatedCompany());
    untouched = null;
    const user = isForOperators(procedure) ? await operatorOf(ours) : ours.owner;
    const ids: Ids = { own: await idsOf(ours.companyId), named: ours.rows, foreign };
    const theirState = await companyState(theirs.companyId);
    const start = await databaseState();
    let before = start;
    const property = fc.asyncProperty(fuzzedInput(schemaOf(procedure), ids), async (input) => {
      const token = await operatorSessionOf(user, ours.companyId);
      const { status, text, sent } = await send(path, procedure._def, { token, input });
      expect(text).not.toMatch(/"code":"INTERNAL"/);
      expect(isFault(status), text).toBe(false);
      if (!isForOperators(procedure))
        expect(foreign.filter((id) => text.includes(id) && !sent.includes(id))).toEqual([]);
      const after = await databaseState();
      if (status >= 400) expect(withoutTraces(after, path)).toEqual(withoutTraces(before, path));
      else reached.add(path);
      before = after;
    });
    const examples = unstorableInputs(schemaOf(procedure), ids, seed).map((input): [unknown] => [input]);
    await fc.assert(property, { seed, numRuns: numRuns + examples.length, examples, endOnFailure: true });
    if (!isForOperators(procedure)) expect(await companyState(theirs.companyId)).toEqual(theirState);
    if (isDeepStrictEqual(before, start)) untouched = ours;
  });

  it("gets past the first check often enough to mean something", () => {
    expect(reached.size).toBeGreaterThan(procedures.length / 2);
  });
});

async function operatorOf({ companyId }: PopulatedCompany) {
  const { id } = await createUser({ companyId }, { isPlatformAdmin: true, totpEnabledAt: new Date() });
  return { userId: id };
}

describe("an envelope that is none of ours", () => {
  const meta = (values: unknown) => JSON.stringify({ json: { lastName: "Probe" }, meta: values });
  const envelopes = [
    "",
    "null",
    "[]",
    "0",
    '"x"',
    "{}",
    "{",
    '{"json":null}',
    '{"json":{},"meta":0}',
    meta({ values: { "__proto__.polluted": ["undefined"] } }),
    meta({ values: { lastName: [["custom", "constructor"]] } }),
    meta({ values: { lastName: [["class", "Object"]] } }),
    meta({ values: { lastName: [["typed-array", "Function"]] } }),
    meta({ values: { lastName: ["Date"] }, v: 99 }),
    meta({ values: { lastName: ["regexp"] } }),
    meta({ referentialEqualities: { lastName: ["__proto__.polluted"] } }),
    meta({ referentialEqualities: [["constructor.prototype.polluted"]] }),
    `{"json":{"lastName":"x","__proto__":{"polluted":1}}}`,
  ];

  it.each(envelopes)("is refused or read for what it is (%s)", async (body) => {
    const ours = await createPopulatedCompany();
    const before = await databaseState();
    for (const path of ["customers.create", "customers.list", "identity.me,customers.list?batch=1"]) {
      const headers = browserHeaders(await sessionOf(ours.owner), { "content-type": "application/json" });
      const init = path === "customers.create" ? { method: "POST", headers, body } : { headers };
      const [name, query = ""] = path.split("?");
      const input = init.method ? "" : `?${query}&input=${encodeURIComponent(body)}`;
      const response = await handleTrpc(new Request(`http://localhost:3000/api/trpc/${name}${input}`, init));
      expect(await response.text()).not.toMatch(/"code":"INTERNAL"/);
      if (init.method && response.status >= 400) expect(await databaseState()).toEqual(before);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
