import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import { callProcedure } from "../../support/every-procedure";
import { createBranch, createUser } from "../../support/factories";
import { contextOf } from "../../support/signed-in";
import { fieldsOf, isRow, type Procedure, procedures, rowOf, toField } from "../../support/walk";
import { createRows, type Rows } from "../../support/walk-rows";
import { PLAIN } from "../../support/walk-values";

/** What belongs to one branch. Customers, services, roles and keys are the company's. */
const OF_A_BRANCH = [
  ...["appointmentId", "branchId", "callId", "callbackId", "classSessionId", "exceptionId", "feeId", "holidayId"],
  ...["importId", "notificationId", "phoneNumberId", "resourceGroupId", "resourceId", "staffId"],
] as (keyof Rows)[];
/** What is of a branch as far as anybody knows which: these are of none that is known. */
const OF_NO_KNOWN_BRANCH: (keyof Rows)[] = ["conflictId", "driftId", "webhookLogId"];
const HIDDEN = [...OF_A_BRANCH, ...OF_NO_KNOWN_BRANCH];

/** Procedures that tell of every branch to whoever may ask them, with what and why. */
const WHOLE_COMPANY: Record<string, { shows: (keyof Rows)[]; because: string }> = {
  "webhooks.list": { shows: ["webhookLogId"], because: "that something was delivered, and never what or about whom" },
  "webhooks.get": { shows: ["webhookLogId"], because: "as in the list: what was in it is withheld" },
};

/** When the row that has a time is. */
const WHEN: Record<string, unknown> = {
  from: "2026-12-02T00:00:00Z",
  until: "2026-12-03T00:00:00Z",
  date: "2026-12-02",
};

let rows: Rows;
let owner: { userId: string };
let elsewhere: { userId: string };

beforeAll(async () => {
  const made = await createRows();
  const { company } = made.bookable;
  rows = made.rows;
  owner = company.owner;
  const { id: otherBranchId } = await createBranch(company, { name: "Stadtpark" });
  elsewhere = { userId: (await createUser(company, { branchIds: [otherBranchId] })).id };
});

function inputFor(procedure: Procedure): Record<string, unknown> {
  const needed = fieldsOf(procedure).filter(({ isOptional }) => !isOptional);
  const ownOf = (field: string) => (isRow(field) ? toField(field, rowOf(field, rows)) : (WHEN[field] ?? PLAIN[field]));
  return Object.fromEntries(needed.map(({ field }) => [field, ownOf(field)]));
}

/** Which of these rows an answer names, beside those that were asked about; a refusal names none. */
async function namedTo(user: { userId: string }, path: string, procedure: Procedure): Promise<string[]> {
  const input = inputFor(procedure);
  const answer = await callProcedure(await contextOf(user), path, input).catch((error: unknown) => error);
  if (answer instanceof TRPCError) {
    expect(answer.code).toMatch(/^(NOT_FOUND|FORBIDDEN)$/);
    return [];
  }
  const told = JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? String(value) : value)) ?? "";
  return HIDDEN.filter((name) => told.includes(rows[name]));
}

const queries = procedures.filter(([, { _def }]) => _def.type === "query");

describe("every question, asked by an administrator of another branch", () => {
  it.each(queries)("%s names nothing of this one", async (path, procedure) => {
    expect(await namedTo(elsewhere, path, procedure)).toEqual(WHOLE_COMPANY[path]?.shows ?? []);
  });

  it("would name every kind of row to the owner", async () => {
    const named = new Set<string>();
    for (const [path, procedure] of queries) for (const name of await namedTo(owner, path, procedure)) named.add(name);
    expect(HIDDEN.filter((name) => !named.has(name))).toEqual([]);
  });
});
