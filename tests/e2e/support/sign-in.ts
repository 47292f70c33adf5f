import { type BrowserContext, expect, type Page } from "@playwright/test";
import { readDemo, userOf } from "./demo";
import { enterPassword } from "./person";
import { expectTakenOver, visit } from "./visit";

interface Session {
  cookies: Awaited<ReturnType<BrowserContext["cookies"]>>;
  madeAt: number;
}

/** What is sensitive asks who it is after ten minutes: no test shall begin near that. */
const LASTS_MS = 4 * 60_000;

/** By address. Each worker has its own, so that what one of them does with a session is nothing to the others. */
const sessions = new Map<string, Session>();

interface Entrance {
  role?: string;
  path?: string;
  companyId?: string | null;
}

/**
 * Goes to a page as a role of the first company, or of another one. The first time somebody signs in the way a person does,
 * from then on as somebody who has: a test that is about signing in makes a person of its own and uses `enterPassword`.
 */
export async function signIn(page: Page, { role = "admin", path = "/", companyId }: Entrance = {}) {
  const demo = readDemo();
  const user = userOf(demo, role, role === "super_admin" ? null : (companyId ?? demo.companyId));
  const known = sessions.get(user.email);
  if (known && Date.now() - known.madeAt < LASTS_MS) {
    await page.context().addCookies(known.cookies);
    await visit(page, path);
    await expect(page).not.toHaveURL(/\/login/);
    return;
  }
  await enterPassword(page, user, path);
  await expect(page).not.toHaveURL(/\/login/);
  await expectTakenOver(page);
  sessions.set(user.email, { cookies: await page.context().cookies(), madeAt: Date.now() });
}
