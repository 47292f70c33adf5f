import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";

/** The first two in the list, by their names. */
async function chooseTwo(page: Page) {
  const boxes = page.getByRole("checkbox", { name: /auswählen$/ });
  await expect(boxes.first()).toBeVisible();
  const names = await Promise.all(
    [0, 1].map(async (nr) => ((await boxes.nth(nr).getAttribute("aria-label")) ?? "").replace(/ auswählen$/, "")),
  );
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await expect(page.getByText("2 ausgewählt")).toBeVisible();
  return names;
}

async function choose(page: Page, action: string, title: string) {
  await page.getByLabel("Was tun?").selectOption({ label: action });
  await page.getByRole("button", { name: "Ausführen …" }).click();
  const dialog = page.getByRole("dialog", { name: title });
  await expect(dialog).toBeVisible();
  return dialog;
}

test("prices of several services are raised as previewed, and taken back", async ({ page }) => {
  await signIn(page, { path: "/services?sort=name" });
  const [first = ""] = await chooseTwo(page);
  const dialog = await choose(page, "Preis ändern", "Preis von 2 Leistungen ändern");
  const submit = dialog.getByRole("button", { name: "Preise ändern" });
  await expect(submit).toBeDisabled();
  await dialog.getByLabel("Änderung").selectOption({ label: "Um Betrag erhöhen" });
  await dialog.getByLabel("Um wie viel").fill("2,50");
  const row = dialog.getByRole("table", { name: "Neue Preise" }).getByRole("row").filter({ hasText: first });
  await expect(row).toBeVisible();
  const [, before = "", after = ""] = await row.getByRole("cell").or(row.getByRole("rowheader")).allInnerTexts();
  const cents = (money: string) => Number(money.replaceAll(/\D/g, ""));
  expect(cents(after)).toBe(cents(before) + 250);
  await expectAccessible(page);
  await submit.click();
  await expect(dialog.getByText("2 Leistungen geändert")).toBeVisible();
  const inList = page.getByRole("row", { includeHidden: true }).filter({ hasText: first }).first();
  await expect(inList).toContainText(after.trim());
  await dialog.getByRole("button", { name: "Rückgängig machen" }).click();
  await expect(dialog.getByText("2 Änderungen zurückgenommen")).toBeVisible();
  await expect(inList).toContainText(before.trim());
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Schließen" }).last().click();
  await expect(page.getByText("2 ausgewählt")).toBeHidden();
});

test("several services leave the internet and come back, by keyboard", async ({ page }) => {
  await signIn(page, { path: "/services?sort=-name" });
  await chooseTwo(page);
  await page.getByLabel("Was tun?").selectOption({ label: "Nicht mehr online anbieten" });
  const go = page.getByRole("button", { name: "Ausführen …" });
  await expect(go).toBeEnabled();
  await go.press("Enter");
  const dialog = page.getByRole("dialog", { name: "2 Leistungen nicht mehr online anbieten?" });
  const submit = dialog.getByRole("button", { name: "Nicht mehr anbieten" });
  await expect(submit).toBeVisible();
  await submit.press("Enter");
  const undo = dialog.getByRole("button", { name: "Rückgängig machen" });
  await expect(undo).toBeVisible();
  await undo.press("Enter");
  await expect(dialog.getByText("2 Änderungen zurückgenommen")).toBeVisible();
});

test("who may not change services chooses none", async ({ page }) => {
  await signIn(page, { role: "receptionist", path: "/services" });
  await expect(page.locator("[data-row-opener]").first()).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});
