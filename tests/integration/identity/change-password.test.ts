import { beforeAll, beforeEach, expect, it } from "vitest";
import type { ApiContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { platformClient } from "@/server/core/db";
import { signIn } from "@/server/identity/commands/sign-in";
import { findSession } from "@/server/identity/queries/find-session";
import { createTenantWithCompany, createUser, type TestCompany } from "../../support/factories";
import { quickHash } from "../../support/quick-hash";
import { contextOf, sessionOf } from "../../support/signed-in";
import { kindsQueuedFor } from "./account-mails";

const [OLD, NEW] = ["altes Passwort im Keller", "blaue wolken tanzen leise"];
let passwordHash: string;
let company: TestCompany;
let user: { id: string; email: string };
let context: ApiContext;

beforeAll(async () => {
  [passwordHash, company] = await Promise.all([quickHash(OLD), createTenantWithCompany({ name: "Salon Lindner" })]);
});
beforeEach(async () => {
  user = await createUser(company, { passwordHash, name: "Katharina Lindner" });
  context = await contextOf({ userId: user.id }, company.companyId);
});

const change = (currentPassword: string, newPassword = NEW) =>
  createCallerFactory(appRouter)(context)
    .passwords.change({ currentPassword, newPassword })
    .then(
      () => "done",
      (error) => error.message as string,
    );
const canSignIn = (password: string) =>
  signIn({}, { email: user.email, password }).then(
    () => true,
    () => false,
  );

it("changes it; other sessions end, this one goes on under a new token, and the person and the company hear of it", async () => {
  const elsewhere = await sessionOf({ userId: user.id });
  expect(await change(OLD)).toBe("done");
  const token = /portal_session=([\w-]{43});/.exec(context.answer.get("set-cookie") ?? "")?.[1];
  expect(await findSession(token)).toMatchObject({ sessionId: context.session?.sessionId });
  expect([await findSession(context.token), await findSession(elsewhere)]).toEqual([null, null]);
  expect([await canSignIn(OLD), await canSignIn(NEW)]).toEqual([false, true]);
  expect(await kindsQueuedFor(user.id)).toContain("password_changed");
  const where = { companyId: company.companyId, subjectId: user.id, action: "change_password" };
  const [entry] = await platformClient().activityLog.findMany({ where });
  expect(entry).toMatchObject({ actor: { userId: user.id } });
  expect(JSON.stringify([entry?.oldValues, entry?.newValues])).not.toContain(NEW);
});

it("asks for the one so far, and a session is no place to guess it", async () => {
  const answers: string[] = [];
  for (let guesses = 0; guesses < 6; guesses++) answers.push(await change("not the right one"));
  expect(answers).toEqual([...Array(5).fill("wrong_password"), "too_many_attempts"]);
  expect(await change(OLD)).toBe("too_many_attempts");
});

it("takes none that is easy to guess for somebody who knows the person or the business", async () => {
  for (const weak of ["Passwort1234", "salonlindner1", "Katharina1985!"]) {
    expect(await change(OLD, weak)).toBe("password_too_weak");
  }
  expect(await change(OLD, "zu kurz")).toBe("invalid_input");
  expect(await canSignIn(OLD)).toBe(true);
});

it("is of no use to a program's key, or to nobody", async () => {
  context = { ...context, session: null, token: undefined };
  expect(await change(OLD)).toBe("signed_out");
});
