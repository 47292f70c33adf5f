import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import type { ApiContext } from "@/server/api/context";
import { createContext } from "@/server/api/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { IMPERSONATOR_PERMISSIONS, ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { everythingOn, isPermission } from "@/server/identity/rules/permissions";
import { callProcedure, everyProcedure } from "../../support/every-procedure";
import { createRole, createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { browserHeaders, sessionOf } from "../../support/signed-in";

/**
 * Every caller tries every procedure. The input is one that no procedure takes, so that nothing is changed: whoever may
 * call hears what is wrong with it, and whoever may not hears that first, and learns nothing about the shape of the input.
 */
const NO_INPUT_AT_ALL = 42;

type Meta = { permission?: string };
type Procedure = { _def: { inputs: unknown[]; meta?: Meta } };
const procedures = everyProcedure as [string, Procedure][];
const PLATFORM: ReadonlySet<string> = new Set(everythingOn("tenants", "companies", "platform"));

interface Caller {
  isSignedIn: boolean;
  /** Null: works for no company. */
  company: readonly string[] | null;
  isOperator: boolean;
}
type Answer = "allowed" | "signed_out" | "no_company" | "permission_missing";

/** What the caller should hear, by what the procedure says about itself and nothing else. */
function expected({ permission = "" }: Meta, caller: Caller): Answer {
  if (permission === "public") return "allowed";
  if (!caller.isSignedIn) return "signed_out";
  if (permission === "account") return "allowed";
  if (PLATFORM.has(permission)) return caller.isOperator ? "allowed" : "permission_missing";
  if (!caller.company) return "no_company";
  return permission === "signed_in" || caller.company.includes(permission) ? "allowed" : "permission_missing";
}

const REFUSALS: readonly string[] = ["signed_out", "no_company", "permission_missing"] satisfies Answer[];

/** A procedure without an input has been carried out, or had its own reasons not to be. */
async function heard(context: ApiContext, [path, { _def }]: (typeof procedures)[number]): Promise<string> {
  const answer = await callProcedure(context, path, NO_INPUT_AT_ALL).catch((error: unknown) => error);
  const refusal = answer instanceof TRPCError ? answer : null;
  if (_def.inputs.length > 0) return refusal?.code === "BAD_REQUEST" ? "allowed" : (refusal?.message ?? "answered");
  return refusal && REFUSALS.includes(refusal.message) ? refusal.message : "allowed";
}

let company: TestCompany;
const SINGLE = "view_waitlist";
beforeAll(async () => {
  company = await createTenantWithCompany();
});

/** A session of its own for each call: some procedures end the one that they are called with. */
async function contextOf(user: { id: string }): Promise<ApiContext> {
  const token = await sessionOf({ userId: user.id });
  return createContext(browserHeaders(token));
}

async function operator(overrides: { isImpersonating: boolean }): Promise<() => Promise<ApiContext>> {
  const secured = { isPlatformAdmin: true, totpEnabledAt: new Date(), passwordHash: null };
  const id = newId();
  await platformClient().user.create({ data: { id, email: `${id}@example.com`, name: "Operator", ...secured } });
  const impersonated = {
    impersonatedCompanyId: company.companyId,
    impersonationReason: "Hilfe bei der Einrichtung",
    impersonationExpiresAt: new Date(Date.now() + 3_600_000),
  };
  return async () => {
    const token = await sessionOf({ userId: id });
    const data = { secondFactorAt: new Date(), ...(overrides.isImpersonating ? impersonated : {}) };
    await platformClient().session.updateMany({ where: { userId: id }, data });
    return createContext(browserHeaders(token));
  };
}

const member = (role: "admin" | "manager" | "receptionist" | "staff") => async () => {
  const user = await createUser(company, { role });
  return () => contextOf(user);
};
const works = (permissions: readonly string[]): Caller => ({
  isSignedIn: true,
  company: permissions,
  isOperator: false,
});

const CALLERS: [string, Caller, () => Promise<() => Promise<ApiContext>>][] = [
  ["an owner", works(ROLE_PERMISSIONS.admin), member("admin")],
  ["a manager", works(ROLE_PERMISSIONS.manager), member("manager")],
  ["a receptionist", works(ROLE_PERMISSIONS.receptionist), member("receptionist")],
  ["a staff member", works(ROLE_PERMISSIONS.staff), member("staff")],
  [
    "somebody with one permission",
    works([SINGLE]),
    async () => {
      const role = await createRole(company, { permissions: [SINGLE] });
      const user = await createUser(company, { roleId: role.id });
      return () => contextOf(user);
    },
  ],
  [
    "an account without a company",
    { isSignedIn: true, company: null, isOperator: false },
    async () => {
      const id = newId();
      await platformClient().user.create({ data: { id, email: `${id}@example.com`, name: "Niemand" } });
      return () => contextOf({ id });
    },
  ],
  ["nobody", { isSignedIn: false, company: null, isOperator: false }, async () => () => createContext(new Headers())],
  [
    "an operator of the platform",
    { isSignedIn: true, company: null, isOperator: true },
    () => operator({ isImpersonating: false }),
  ],
  [
    "an operator who looks into the company",
    { isSignedIn: true, company: IMPERSONATOR_PERMISSIONS, isOperator: true },
    () => operator({ isImpersonating: true }),
  ],
];

describe("every procedure", () => {
  it("says who may call it", () => {
    const unsaid = procedures.filter(([, { _def }]) => {
      const { permission = "" } = _def.meta ?? {};
      return !isPermission(permission) && !["public", "account", "signed_in"].includes(permission);
    });
    expect(unsaid.map(([path]) => path)).toEqual([]);
    expect(procedures.length).toBeGreaterThan(40);
  });

  it.each(CALLERS)("answers %s as its permission says", async (_who, caller, prepare) => {
    const open = await prepare();
    const wanted: Record<string, Answer> = {};
    const answers: Record<string, string> = {};
    for (const procedure of procedures) {
      const [path, { _def }] = procedure;
      wanted[path] = expected(_def.meta ?? {}, caller);
      answers[path] = await heard(await open(), procedure);
    }
    expect(answers).toEqual(wanted);
  });
});
