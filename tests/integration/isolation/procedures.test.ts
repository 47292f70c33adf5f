import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { newId } from "@/server/core/ids";
import { contextOf } from "../../support/signed-in";
import { fieldsOf, isRow, type Procedure, procedures, rowOf, snapshot, toField } from "../../support/walk";
import { createRows } from "../../support/walk-rows";
import { PLAIN, PLAIN_OPTIONAL } from "../../support/walk-values";

let ours: Awaited<ReturnType<typeof createRows>>;
let theirs: Awaited<ReturnType<typeof createRows>>;
beforeAll(async () => {
  [ours, theirs] = [await createRows(), await createRows()];
});

/** What must be there, as our own; and the field in question as given. */
function inputFor(procedure: Procedure, odd: Record<string, unknown> = {}): Record<string, unknown> {
  const needed = fieldsOf(procedure).filter(({ isOptional }) => !isOptional);
  const own = needed.map(({ field }) => [field, isRow(field) ? toField(field, rowOf(field, ours.rows)) : PLAIN[field]]);
  return { ...Object.fromEntries(own), ...odd };
}

async function callAs(user: { userId: string } | null, path: string, input: unknown): Promise<unknown> {
  const context = user ? await contextOf(user) : await createContext(new Headers());
  const caller = createCallerFactory(appRouter)(context);
  const call = path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller);
  return (call as (input: unknown) => Promise<unknown>)(input).catch((error: unknown) => error);
}

/** An answer, or what a refusal says. */
const told = (answer: unknown): unknown =>
  answer instanceof TRPCError ? { code: answer.code, reason: answer.message } : answer;

const walked = procedures.flatMap(([path, procedure]) =>
  fieldsOf(procedure)
    .filter(({ field }) => isRow(field))
    .map(({ field }) => ({ path, procedure, field })),
);

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
    expect(walked.length).toBeGreaterThan(30);
  });

  it.each(walked)(
    "$path takes another company's $field for one that is not there",
    async ({ path, procedure, field }) => {
      const [before, own] = [await snapshot(theirs.rows.companyId), await snapshot(ours.rows.companyId)];
      const { owner } = ours.bookable.company;
      const answer = told(
        await callAs(owner, path, inputFor(procedure, { [field]: toField(field, rowOf(field, theirs.rows)) })),
      );
      const unknown = told(await callAs(owner, path, inputFor(procedure, { [field]: toField(field, newId()) })));
      expect(answer).toEqual(unknown);
      expect(answer).not.toMatchObject({
        code: expect.stringMatching(/^(BAD_REQUEST|INTERNAL_SERVER_ERROR|FORBIDDEN)$/),
      });
      for (const secret of Object.values(theirs.rows)) expect(JSON.stringify(answer) ?? "").not.toContain(secret);
      expect(await snapshot(theirs.rows.companyId)).toEqual(before);
      expect(await snapshot(ours.rows.companyId)).toEqual(own);
    },
  );

  it.each(procedures.filter(([, { _def }]) => _def.type === "query"))(
    "%s answers about our own",
    async (path, procedure) => {
      expect(await callAs(ours.bookable.company.owner, path, inputFor(procedure))).not.toBeInstanceOf(Error);
    },
  );

  const closed = procedures.filter(([, { _def }]) => _def.meta?.permission !== "public");
  it.each(closed)("%s answers nobody without a session", async (path, procedure) => {
    expect(told(await callAs(null, path, inputFor(procedure)))).toMatchObject({ code: "UNAUTHORIZED" });
  });
});
