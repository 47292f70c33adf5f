import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";

const TITLE = `Parken ${crypto.randomUUID().slice(0, 6)}`;
const ANSWER = "Parken können Sie in der Tiefgarage unter dem Haus, die erste Stunde ist frei.";

test("an owner writes down what callers ask, hears the answer, suspends it and takes it away again", async ({
  page,
}) => {
  await signIn(page, { path: "/settings/knowledge" });
  await page.getByRole("button", { name: "Dokument anlegen" }).click();
  const dialog = page.getByRole("dialog", { name: "Neues Dokument" });
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog.getByLabel("Titel")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Titel").fill(TITLE);
  await dialog.getByLabel("Text").fill(`${ANSWER}\n\nFahrräder stehen im Hof.`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog).toBeHidden();
  const line = page.getByRole("listitem").filter({ hasText: TITLE });
  await expect(line).toContainText("2 Antworten");

  const question = page.getByLabel("Was hört, wer das fragt?");
  await question.fill("Wo kann ich in der Tiefgarage parken?");
  await page.keyboard.press("Enter");
  await expect(page.getByText(ANSWER)).toBeVisible();
  await expect(page.getByText(`Aus „${TITLE}“`)).toBeVisible();
  await expectAccessible(page);

  await line.getByRole("button", { name: `${TITLE} bearbeiten` }).click();
  const editing = page.getByRole("dialog", { name: `${TITLE} bearbeiten` });
  await expect(editing.getByLabel("Text")).toHaveValue(/Tiefgarage/);
  await editing.getByRole("switch", { name: "Wird am Telefon gesagt" }).click();
  await editing.getByRole("button", { name: "Speichern" }).click();
  await expect(editing).toBeHidden();
  await expect(line).toContainText("Ausgesetzt");
  await question.fill("Gibt es eine Tiefgarage, wo ich parken kann?");
  await page.keyboard.press("Enter");
  await expect(page.getByText(ANSWER)).toHaveCount(0);

  await line.getByRole("button", { name: `${TITLE} löschen?` }).click();
  const asked = page.getByRole("alertdialog", { name: `${TITLE} löschen?` });
  await asked.getByRole("button", { name: "Löschen" }).click();
  await expect(asked).toBeHidden();
  await expect(line).toHaveCount(0);
});

test("an owner says where callers are put through to when nothing works, also on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, { path: "/settings/simulator" });
  await page.getByRole("tab", { name: "Bei Ausfall" }).click();
  const card = page.getByRole("region", { name: "Ausweichnummern" });
  const change = card.getByRole("button", { name: /^Ausweichnummer von .+ ändern$/ }).first();
  const line = card.getByRole("listitem").first();
  await change.click();
  const dialog = page.getByRole("dialog", { name: /^Ausweichnummer von/ });
  await dialog.getByLabel("Nummer").fill("nach Feierabend");
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog.getByText(/mit Landesvorwahl/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Nummer").fill("030 555 123-40");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(line).toContainText(/030/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await change.click();
  await dialog.getByLabel("Nummer").fill("");
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog).toBeHidden();
  await expect(line).toContainText("Keine: Es wird eine Nachricht aufgenommen");
});
