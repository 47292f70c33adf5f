import { expect, type Page } from "@playwright/test";
import { readDemo, userOf } from "./demo";

/** Signs in as a role of the first company, the way a person does, and goes to a page. */
export async function signIn(page: Page, { role = "admin", path = "/" }: { role?: string; path?: string } = {}) {
  const demo = readDemo();
  const { email, password } = userOf(demo, role, role === "super_admin" ? null : demo.companyId);
  await page.goto(`/login?next=${encodeURIComponent(path)}`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').click();
  await expect(page).not.toHaveURL(/\/login/);
}
