import { expect, it } from "vitest";
import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { verifyPlatformChain } from "@/server/audit/platform/queries/verify-platform-chain";
import { appClient, platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { signIn } from "@/server/identity/commands/sign-in";
import { signOut } from "@/server/identity/commands/sign-out";
import { operator } from "../../support/actors";
import { callerWith, createOperator } from "../../support/operators";
import { quickHash } from "../../support/quick-hash";
import { browserHeaders, operatorSessionOf } from "../../support/signed-in";
import { procedures } from "../../support/walk";
import { createRows } from "../../support/walk-rows";
import { inputFor, isAccount, JOINS, WRITES_NOTHING } from "./walked-changes";
import { WITH_A_SECRET } from "./with-a-secret";

const callerFor = createCallerFactory(appRouter);

/** An operator's second factor is never off, only another operator resets it; and they work nowhere that they could switch to. */
const REFUSED = ["twoFactor.disable", "identity.switchCompany"];
const leftOut = [...WRITES_NOTHING, ...JOINS, ...REFUSED];
const changes = procedures.filter(
  ([path, procedure]) => procedure._def.type === "mutation" && isAccount(procedure) && !leftOut.includes(path),
);

/** A company's owner who works nowhere any more, and for the platform instead. */
async function createWorld() {
  const world = await createRows();
  const { userId } = world.bookable.company.owner;
  await platformClient().membership.deleteMany({ where: { userId } });
  await platformClient().user.update({ where: { id: userId }, data: { isPlatformAdmin: true } });
  return { world, userId };
}

const entriesAbout = (userId: string) =>
  platformClient().activityLog.findMany({
    where: { companyId: null, subjectId: userId },
    orderBy: { sequence: "asc" },
  });

it("is walked", () => {
  expect(changes.length).toBeGreaterThan(15);
});

it.each(changes)("%s of an operator stands in the platform's chain", async (path, procedure) => {
  const { world, userId } = await createWorld();
  const token = await operatorSessionOf({ userId });
  const caller = callerFor(await createContext(browserHeaders(token, { "x-forwarded-for": "203.0.113.7" })));
  const secret = await WITH_A_SECRET[path]?.({ company: world.bookable.company, caller });
  const before = (await entriesAbout(userId)).length;
  const call = path
    .split(".")
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], secret?.caller ?? caller);
  await (call as (input: unknown) => Promise<unknown>)(secret ? secret.input : inputFor(procedure, world));

  const entries = (await entriesAbout(userId)).slice(before);
  expect(entries.at(-1)).toMatchObject({
    action: expect.stringMatching(/^[a-z]+(_[a-z]+)+$/),
    logName: "security",
    actor: { kind: "user", userId },
    subjectType: "user",
    requestId: expect.any(String),
  });
});

it("tells who came in, who could not prove to be the operator, and who left; the chain stays whole", async () => {
  const { userId } = await createOperator();
  const password = "sieben blaue wolken tanzen";
  const data = { passwordHash: await quickHash(password) };
  const { email } = await platformClient().user.update({ where: { id: userId }, data });
  const { token } = await signIn({ ip: "203.0.113.9" }, { email, password, isRemembered: false });
  const caller = await callerWith(token);
  await expect(caller.identity.reauthenticate({ password: "nicht dieses" })).rejects.toThrow("wrong_proof");
  await signOut(token);
  const entries = await entriesAbout(userId);
  expect(entries.map(({ action }) => action)).toEqual(["sign_in", "refuse_identity", "sign_out"]);
  expect(entries[0]).toMatchObject({ ip: "203.0.113.9", newValues: { kind: "portal" } });
  expect((await verifyPlatformChain(operator())).broken).toBeNull();
});

it("lets the application write nothing else into the platform's chain", async () => {
  const { userId } = await createOperator();
  const own = { logName: "security", subject: "user", actor: { kind: "user", userId }, about: userId };
  const append = ({ logName, subject, actor, about }: typeof own) => {
    const head = { id: newId(), action: "sign_in", canonical: "{}", occurred_at: new Date() };
    const entry = { ...head, log_name: logName, subject_type: subject, subject_id: about, actor };
    return appClient().$queryRaw`SELECT append_account_activity(${JSON.stringify([entry])}::jsonb)::text`;
  };
  const before = (await entriesAbout(userId)).length;
  for (const other of [
    { ...own, logName: "default" },
    { ...own, subject: "company" },
    { ...own, actor: { kind: "operator", userId } },
    { ...own, about: newId() },
    { ...own, about: newId(), actor: { kind: "user", userId: newId() } },
  ])
    await expect(append(other)).rejects.toThrow(/own account/);
  expect(await entriesAbout(userId)).toHaveLength(before);
});
