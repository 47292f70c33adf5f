import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const operationOf = (page: Page, path: string) =>
  page.locator(".opblock").filter({ has: page.getByText(path, { exact: true }) });
const summaryOf = (page: Page, path: string) => operationOf(page, path).locator("button[aria-expanded]").first();

/** Opens an operation and asks it, with keys only. */
async function tryByKeyboard(page: Page, path: string) {
  const summary = summaryOf(page, path);
  await expect(summary).toBeVisible();
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(summary).toHaveAttribute("aria-expanded", "true");
  const tryOut = operationOf(page, path).getByRole("button", { name: "Try it out" });
  await expect(tryOut).toBeVisible();
  await tryOut.focus();
  await page.keyboard.press("Enter");
  const execute = operationOf(page, path).getByRole("button", { name: "Execute" });
  await expect(execute).toBeVisible();
  await execute.focus();
  await page.keyboard.press("Enter");
  await expect(operationOf(page, path).locator(".live-responses-table")).toContainText("401");
}

test("the reference is read and tried by anybody and any means", async ({ page }) => {
  // What it looks like in the light is looked at with each of these, too.
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/docs/api");
  await expect(page.getByRole("heading", { level: 1, name: "API-Referenz" })).toBeVisible();
  await tryByKeyboard(page, "/auth/me");
  await expectAccessible(page);
  await summaryOf(page, "/auth/login").click();
  await operationOf(page, "/auth/login").getByRole("button", { name: "Try it out" }).click();
  await expect(page.getByRole("textbox", { name: "Request body" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Authorize" }).click();
  await expect(page.locator(".modal-ux")).toBeVisible();
  await expectAccessible(page);
});
