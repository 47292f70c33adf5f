import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { newId } from "@/server/core/ids";
import { callProcedure, isDownload } from "../../support/every-procedure";
import { contextOf } from "../../support/signed-in";
import {
  fieldsOf,
  isRow,
  operatorProcedures,
  type Procedure,
  procedures,
  rowOf,
  type Snapshot,
  snapshots,
  toField,
} from "../../support/walk";
import { filled, isNested, type Leaf, leavesOf, nameOf, schemaOf } from "../../support/walk-leaves";
import { createRows } from "../../support/walk-rows";
import { PLAIN, PLAIN_OPTIONAL } from "../../support/walk-values";

let ours: Awaited<ReturnType<typeof createRows>>;
let theirs: Awaited<ReturnType<typeof createRows>>;
beforeAll(async () => {
  [ours, theirs] = [await createRows(), await createRows()];
  known = await bothCompanies();
});

/** What stands in the database after each question is what stood there before the next. */
let known: Snapshot[] = [];
const bothCompanies = () => snapshots([theirs.rows.companyId, ours.rows.companyId]);

/** What must be there, as our own; and the field in question as given. */
function inputFor(procedure: Procedure, odd: Record<string, unknown> = {}): Record<string, unknown> {
  const needed = fieldsOf(procedure).filter(({ isOptional }) => !isOptional);
  const own = needed.map(({ field }) => [field, isRow(field) ? toField(field, rowOf(field, ours.rows)) : PLAIN[field]]);
  return { ...Object.fromEntries(own), ...odd };
}

async function callAs(user: { userId: string } | null, path: string, input: unknown): Promise<unknown> {
  const context = user ? await contextOf(user) : await createContext(new Headers());
  return callProcedure(context, path, input).catch((error: unknown) => error);
}

/** An answer, or what a refusal says. */
const told = (answer: unknown): unknown =>
  answer instanceof TRPCError ? { code: answer.code, reason: answer.message } : answer;

/** Whoever asks about an id knows it: an answer about many repeats it with each row. */
const echoless = (answer: unknown, asked: string): unknown =>
  answer === undefined ? undefined : JSON.parse(JSON.stringify(answer).replaceAll(asked, "asked"));

/** Every place of every input at which an id can stand, with what is asked when it stands there. */
const walked = procedures.flatMap(([path, procedure]) => {
  const schema = schemaOf(procedure);
  const fields = fieldsOf(procedure).filter(({ field }) => isRow(field));
  const nested = leavesOf(schema).filter(isNested);
  return [
    ...fields.map(({ field }) => ({
      ...{ path, place: field, name: field },
      inputWith: (id: string) => inputFor(procedure, { [field]: toField(field, id) }),
    })),
    ...nested.map((leaf) => ({
      ...{ path, place: leaf.join("."), name: nameOf(leaf) },
      inputWith: (id: string) => inputFor(procedure, outermost(schema, leaf, id)),
    })),
  ];
});

/** The field that holds the place, with the id in it. */
function outermost(schema: ReturnType<typeof schemaOf>, leaf: Leaf, id: string): Record<string, unknown> {
  const [field = ""] = leaf;
  return { [field]: filled(schema.properties?.[field] ?? {}, { rows: ours.rows, leaf, id }, [field]) };
}

/** That a file was taken is an entry of the log. */
const logged = ["activity_logs", "audit_heads", "outbox_events"];
const apart = (path: string, state: Record<string, string>) =>
  Object.fromEntries(Object.entries(state).filter(([table]) => !(isDownload(path) && logged.includes(table))));

describe("every procedure", () => {
  it("has only fields that this walk knows", () => {
    const unknown = procedures.flatMap(([path, procedure]) =>
      fieldsOf(procedure)
        .filter(
          ({ field, isOptional }) => !isRow(field) && !(isOptional ? PLAIN_OPTIONAL.includes(field) : field in PLAIN),
        )
        .map(({ field }) => `${path}: ${field}`),
    );
    expect(unknown).toEqual([]);
    const nameless = procedures.flatMap(([path, procedure]) =>
      leavesOf(schemaOf(procedure))
        .filter((leaf) => !isRow(nameOf(leaf)))
        .map((leaf) => `${path}: ${leaf.join(".")}`),
    );
    expect(nameless).toEqual([]);
    expect(walked.length).toBeGreaterThan(150);
  });

  it.each(walked)(
    "$path takes another company's $place for one that is not there",
    async ({ path, name, inputWith }) => {
      const [before, own = {}] = known;
      const { owner } = ours.bookable.company;
      const [foreign, nobodys] = [rowOf(name, theirs.rows), newId()];
      const answer = echoless(told(await callAs(owner, path, inputWith(foreign))), foreign);
      const unknown = echoless(told(await callAs(owner, path, inputWith(nobodys))), nobodys);
      known = await bothCompanies();
      expect(answer).toEqual(unknown);
      expect(answer).not.toMatchObject({
        code: expect.stringMatching(/^(BAD_REQUEST|INTERNAL_SERVER_ERROR|FORBIDDEN)$/),
      });
      for (const secret of Object.values(theirs.rows)) expect(JSON.stringify(answer) ?? "").not.toContain(secret);
      const [after, ownAfter = {}] = known;
      expect(after).toEqual(before);
      expect(apart(path, ownAfter)).toEqual(apart(path, own));
    },
  );

  /** Needs a provider who keeps the file: tests/integration/calls/recording.test.ts listens to one. */
  const listened = ["downloads.recording"];
  it.each(procedures.filter(([path, { _def }]) => _def.type === "query" && !listened.includes(path)))(
    "%s answers about our own",
    async (path, procedure) => {
      expect(await callAs(ours.bookable.company.owner, path, inputFor(procedure))).not.toBeInstanceOf(Error);
    },
  );

  const closed = [...procedures, ...operatorProcedures].filter(([, { _def }]) => _def.meta?.permission !== "public");
  it.each(closed)("%s answers nobody without a session", async (path, procedure) => {
    expect(told(await callAs(null, path, inputFor(procedure)))).toMatchObject({ code: "UNAUTHORIZED" });
  });

  it.each(operatorProcedures)("%s answers nobody who does not work for the platform", async (path, procedure) => {
    const answer = told(await callAs(ours.bookable.company.owner, path, inputFor(procedure)));
    expect(answer).toEqual({ code: "FORBIDDEN", reason: "permission_missing" });
  });
});
