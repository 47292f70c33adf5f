import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { signIn } from "./support/sign-in";

const demo = readDemo();
const secretOf = (page: Page) => page.getByRole("dialog").locator("code").first().innerText();
const statusOf = async (request: APIRequestContext, path: string, secret: string) =>
  (await request.get(`${demo.appUrl}/api/v2/${path}`, { headers: { "x-api-key": secret } })).status();

async function openKey(page: Page, name: string) {
  await page.getByRole("row").filter({ hasText: name }).first().getByRole("cell").first().click();
  await expect(page.getByRole("dialog")).toContainText("Was der Schlüssel darf");
}

test("the owner makes a key, a program uses it, and it ends when it is revoked", async ({ page, playwright }) => {
  const request = await playwright.request.newContext();
  const name = `Website ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, { path: "/settings/api-keys" });
  await page.getByRole("button", { name: "Schlüssel anlegen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Anlegen", exact: true }).click();
  await expect(dialog.getByText("Wählen Sie mindestens ein Recht.")).toBeVisible();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByText("Kunden").first().click();
  await dialog.getByLabel("Kunden", { exact: true }).selectOption("Lesen");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Anlegen", exact: true }).click();

  await expect(dialog.getByText("Er wird nur dieses eine Mal angezeigt.")).toBeVisible();
  const secret = await secretOf(page);
  expect(secret).toMatch(/^ask_live_[A-Za-z0-9]{8}_[A-Za-z0-9]{40}$/);
  await expect(dialog.getByText(`curl -H "X-API-Key: ${secret}"`)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Fertig" }).click();
  await expect(page.locator("body")).not.toContainText(secret);

  const answer = await request.get(`${demo.appUrl}/api/v2/customers?per_page=1`, { headers: { "x-api-key": secret } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()["x-ratelimit-limit"]).toBeDefined();
  expect((await answer.json()).data).toHaveLength(1);
  expect(await statusOf(request, "calls", secret)).toBe(403);

  await openKey(page, name);
  await page.getByRole("button", { name: "Erneuern" }).click();
  await page.getByLabel("Der alte gilt noch").selectOption("24 Stunden");
  await page.getByRole("button", { name: "Erneuern" }).last().click();
  await expect(page.getByText("Er wird nur dieses eine Mal angezeigt.")).toBeVisible();
  const fresh = await page.getByRole("dialog").last().locator("code").first().innerText();
  expect(fresh).not.toBe(secret);
  await page.getByRole("button", { name: "Fertig" }).click();
  expect(await statusOf(request, "customers", secret)).toBe(200);
  expect(await statusOf(request, "customers", fresh)).toBe(200);

  await page.reload();
  await page
    .getByRole("row")
    .filter({ hasText: fresh.slice(0, 17) })
    .getByRole("cell")
    .first()
    .click();
  await page.getByRole("button", { name: "Widerrufen" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Widerrufen" }).click();
  await expect(page.getByText(`Schlüssel „${name}“ widerrufen`, { exact: true })).toBeVisible();
  expect(await statusOf(request, "customers", fresh)).toBe(401);
  expect(await statusOf(request, "customers", secret)).toBe(200);
});

test("the demo's own key reaches the salon", async ({ playwright }) => {
  const request = await playwright.request.newContext();
  expect(await statusOf(request, "branches", demo.apiKey)).toBe(200);
});

test("whoever may not see keys finds no page of them", async ({ page }) => {
  await signIn(page, { role: "receptionist", path: "/settings/api-keys" });
  await expect(page.getByRole("heading", { name: "API-Schlüssel" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "API-Schlüssel" })).toHaveCount(0);
});
