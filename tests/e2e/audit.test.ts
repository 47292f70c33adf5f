import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { signIn } from "./support/sign-in";

test("the owner finds what was done by a word in it, sees what changed, and takes it along", async ({ page }) => {
  const lastName = `Protokoll${Date.now()}`;
  const made = await page.request.post("/api/v2/customers", {
    headers: { authorization: `Bearer ${readDemo().apiKey}` },
    data: { first_name: "Pia", last_name: lastName },
  });
  expect(made.status()).toBe(201);

  await signIn(page, { path: "/settings/audit" });
  await page.getByLabel("Name, Wert oder Kennung suchen").fill(lastName);
  const entries = page.getByRole("table", { name: "Einträge des Protokolls" }).locator("tbody tr");
  await expect(entries).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(lastName));
  await entries.first().click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText(lastName).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Als Tabelle laden" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const [head, ...lines] = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(head?.split(/[;,]/).length).toBeGreaterThan(4);
  // That it was taken along, and what was looked for, is an entry by itself.
  expect(lines.filter((line) => !line.includes(lastName))).toEqual([]);
  expect(lines.filter((line) => line.includes("create_customers"))).toHaveLength(1);
});
