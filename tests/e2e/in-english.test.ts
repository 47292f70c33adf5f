import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { createPerson } from "./support/person";

test.use({ locale: "en-GB" });

test("somebody signs in in English, sees how they are protected, and signs out", async ({ page }) => {
  const person = await createPerson(readDemo());
  await page.goto("/login?next=%2Fsettings%2Fsecurity");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill("not this one");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("The e-mail address or password is wrong.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();

  await expect(page.getByRole("heading", { name: "My security" })).toBeVisible();
  await expect(page.getByText("Two-factor sign-in", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("This device")).toBeVisible();
  // No word was left untranslated: a missing one is shown by its key.
  expect(await page.locator("main").innerText()).not.toMatch(/\b[a-z]+(\.[a-zA-Z]+)+\b(?<!\.demo)/);
  await expectAccessible(page);

  await page.getByRole("button", { name: "User menu" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.goto("/settings/security");
  await expect(page).toHaveURL(/\/login/);
});
