import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

/** Far enough ahead that nobody has an appointment there, and a year that no other test plans in. */
const year = new Date().getFullYear() + 2;

async function openBranch(page: Page) {
  await signIn(page, { path: "/working-hours" });
  await page
    .getByRole("link", { name: /^Zeiten von .* bearbeiten$/ })
    .first()
    .click();
  await expect(page.getByLabel("Die Woche in einer Zeile")).toBeVisible();
}

test("the owner plans other hours from a day on, as a line of text, and takes them back", async ({ page }) => {
  await openBranch(page);
  const line = page.getByLabel("Die Woche in einer Zeile");
  const before = await line.inputValue();
  await page.getByRole("button", { name: "Neue Zeiten ab …" }).click();
  await page.getByLabel("Gilt ab").fill(`${year}-03-01`);
  await line.fill("Mo–Fr 10–19, Do bis 21, Sa 10–14 Uhr");
  await line.press("Enter");
  await expect(page.getByLabel("Donnerstag, bis")).toHaveValue("21:00");
  await page.getByRole("switch", { name: "Samstag geöffnet" }).click();
  await expect(line).toHaveValue("Mo–Fr 10–19, Do bis 21 Uhr");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Speichern" }).click();

  const planned = page.getByRole("button", { name: `Ab 01.03.${year}` });
  await expect(planned).toBeVisible();
  await expect(planned).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(line).toHaveValue(before);
  await planned.click();
  await expect(line).toHaveValue("Mo–Fr 10–19, Do bis 21 Uhr");
  await page.getByRole("button", { name: "Geplante Zeiten verwerfen" }).click();
  await expect(planned).toBeHidden();
});

test("a time that can't be is said beside it and is not saved", async ({ page }) => {
  await openBranch(page);
  const until = page.getByLabel("Mittwoch, bis");
  await expect(async () => {
    await until.fill("05:30");
    await until.fill("05:00");
    await expect(page.getByText("Das Ende muss nach dem Anfang liegen.")).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(page.getByRole("button", { name: "Speichern" })).toBeDisabled();
  await page.getByRole("button", { name: "Zurücksetzen" }).click();
  await expect(page.getByText("Das Ende muss nach dem Anfang liegen.")).toBeHidden();
});

test("an absence is entered, stands in the list and in the team's month, and is deleted", async ({ page }) => {
  const reason = `Probe ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, { path: "/working-hours?tab=absences" });
  await page.getByRole("button", { name: "Abwesenheit eintragen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Für wen").selectOption({ label: "Jonas Brandl" });
  await dialog.getByLabel("Art").selectOption("Fortbildung");
  await dialog.getByLabel("Von", { exact: true }).fill(`${year}-02-10`);
  await dialog.getByLabel("Bis einschließlich").fill(`${year}-02-12`);
  await dialog.getByLabel("Grund").fill(reason);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog).toBeHidden();

  const row = page.getByRole("row").filter({ hasText: reason });
  await expect(row).toContainText("Jonas Brandl");
  await visit(page, `/working-hours?tab=absences&view=month&month=${year}-02`);
  const mark = page.getByRole("button", { name: /Jonas Brandl, Fortbildung/ }).first();
  await expect(mark).toBeVisible();
  await expectAccessible(page);
  await mark.click();
  const panel = page.getByRole("dialog").filter({ hasText: reason });
  await panel.getByRole("button", { name: "Löschen" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Löschen" }).click();
  await expect(mark).toBeHidden();
});

test("a public holiday is worked on, and closed again", async ({ page }) => {
  await signIn(page, { path: `/holidays?year=${year}` });
  const labourDay = page.getByRole("switch", { name: /^Maifeiertag/ });
  await expect(labourDay).toBeChecked();
  await labourDay.click();
  await expect(labourDay).not.toBeChecked();
  await page.reload();
  await expect(labourDay).not.toBeChecked();
  await labourDay.click();
  await expect(labourDay).toBeChecked();
  await expectAccessible(page);
});
