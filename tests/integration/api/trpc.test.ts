import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { type ApiContext, createContext } from "@/server/api/context";
import { assertEveryProcedureHasPermission } from "@/server/api/declared-permissions";
import { companyProcedure } from "@/server/api/procedures";
import { appRouter } from "@/server/api/root";
import { router } from "@/server/api/trpc";
import { AppError } from "@/server/core/errors";
import { signOut } from "@/server/identity/commands/sign-out";
import { createBranch, createTenantWithCompany, createUser, type TestCompany } from "@/tests/support/factories";
import { browserHeaders, contextOf, sessionOf } from "@/tests/support/signed-in";

let ours: TestCompany;
beforeAll(async () => {
  ours = await createTenantWithCompany();
});

const signedIn = companyProcedure.meta({ permission: "signed_in" });
const trialRouter = router({
  refunds: companyProcedure.meta({ permission: "edit_roles" }).query(() => "done"),
  greet: signedIn.input(z.object({ name: z.string().min(2) })).query(({ input }) => `Hallo ${input.name}`),
  refuse: signedIn.query(() => {
    throw new AppError({ code: "POLICY_BLOCKED", reason: "short_notice", details: { hours: 12 } });
  }),
  broken: signedIn.query(() => {
    throw new Error("secret detail");
  }),
  lies: signedIn.output(z.object({ n: z.number() })).query(() => ({ n: "x" }) as never),
  whoami: signedIn.query(({ ctx }) => ctx.company),
});

/** Calls over the wire, as a browser does. */
async function call(
  path: string,
  { token, input, language = "en" }: { token?: string; input?: unknown; language?: string },
) {
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
  const headers = browserHeaders(token, { "accept-language": language, "x-request-id": "request-12345" });
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(`http://localhost/api/trpc/${path}${query}`, { headers }),
    router: trialRouter,
    createContext: ({ req }): Promise<ApiContext> => createContext(req.headers),
  });
  const { error, result } = await response.json();
  return { status: response.status, data: error?.json.data, result: result?.data.json };
}

it("answers nobody who is not signed in", async () => {
  const answer = await call("refunds", {});
  expect(answer.status).toBe(401);
  expect(answer.data).toMatchObject({ code: "UNAUTHENTICATED", reason: "signed_out", requestId: "request-12345" });
});

it("answers no session that was just revoked", async () => {
  const token = await sessionOf(ours.owner);
  expect((await call("refunds", { token })).status).toBe(200);
  await signOut(token);
  expect((await call("refunds", { token })).status).toBe(401);
});

it("refuses what the role may not do", async () => {
  const receptionist = await createUser(ours, { role: "receptionist" });
  const answer = await call("refunds", { token: await sessionOf({ userId: receptionist.id }) });
  expect(answer.status).toBe(403);
  expect(answer.data).toMatchObject({ code: "FORBIDDEN", reason: "permission_missing" });
});

it("says no in the caller's language, with the reason and its details", async () => {
  const token = await sessionOf(ours.owner);
  const german = await call("refuse", { token, language: "de-DE,de;q=0.9" });
  expect(german.status).toBe(422);
  expect(german.data).toMatchObject({ code: "POLICY_BLOCKED", reason: "short_notice", details: { hours: 12 } });
  expect(german.data.message).toBe("Dafür ist es zu kurzfristig.");
  expect((await call("refuse", { token })).data.message).not.toBe(german.data.message);
});

it("names the fields of bad input", async () => {
  const answer = await call("greet", { token: await sessionOf(ours.owner), input: { name: "x" } });
  expect(answer.status).toBe(400);
  expect(answer.data).toMatchObject({ code: "VALIDATION_ERROR", errors: [{ field: "name" }] });
});

it.each(["broken", "lies"])("tells nothing about a fault of our own (%s)", async (path) => {
  const answer = await call(path, { token: await sessionOf(ours.owner) });
  expect(answer.status).toBe(500);
  expect(answer.data).toMatchObject({ code: "INTERNAL", reason: "unexpected" });
  expect(JSON.stringify(answer)).not.toContain("secret detail");
});

it("answers an unknown procedure in the same shape", async () => {
  const answer = await call("nothing.here", { token: await sessionOf(ours.owner) });
  expect(answer).toMatchObject({ status: 404, data: { code: "NOT_FOUND", reason: "procedure_not_found" } });
});

it("gives the command whose company, who acts and which rows they may see", async () => {
  const user = await createUser(ours, { role: "staff", branchIds: [ours.branchId], name: "Jo" });
  const { result } = await call("whoami", { token: await sessionOf({ userId: user.id }) });
  expect(result).toMatchObject({
    companyId: ours.companyId,
    actor: { kind: "user", userId: user.id, name: "Jo" },
    requestId: "request-12345",
    restriction: { branchIds: [ours.branchId], staffId: "00000000-0000-0000-0000-000000000000" },
  });
});

it("shows the person, the company and only its branches", async () => {
  await createTenantWithCompany();
  const caller = appRouter.createCaller(await contextOf(ours.owner));
  const me = await caller.identity.me();
  expect(me.company.id).toBe(ours.companyId);
  expect(me.permissions).toContain("edit_roles");
  expect((await caller.tenancy.listBranches()).map((branch) => branch.id)).toEqual([ours.branchId]);
  expect((await caller.tenancy.getCompany()).id).toBe(ours.companyId);
});

it("shows someone of one branch that branch only", async () => {
  const company = await createTenantWithCompany();
  const second = await createBranch(company, { name: "Stadtpark" });
  const user = await createUser(company, { role: "manager", branchIds: [second.id] });
  const caller = appRouter.createCaller(await contextOf({ userId: user.id }));
  expect((await caller.tenancy.listBranches()).map((branch) => branch.name)).toEqual(["Stadtpark"]);
});

it("does not start with a procedure that names no permission, or an unknown one", () => {
  const open = router({ open: companyProcedure.query(() => 1), closed: signedIn.query(() => 1) });
  expect(() => assertEveryProcedureHasPermission(open)).toThrow("Procedures without a permission: open");
  const misspelt = router({
    inner: router({ x: companyProcedure.meta({ permission: "veiw_x" as never }).query(() => 1) }),
  });
  expect(() => assertEveryProcedureHasPermission(misspelt)).toThrow("inner.x");
  expect(assertEveryProcedureHasPermission(appRouter)).toBe(appRouter);
});
