import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

/** A customer who can be searched for by number: the one of the first row that has one. */
async function someCustomer(page: Page) {
  await page.locator("[data-row-opener]").first().click();
  const panel = page.getByRole("dialog");
  const number = (await panel.getByRole("link", { name: /^[\d+]/ }).innerText()).trim();
  const name = await panel.getByRole("heading").first().innerText();
  await panel.getByRole("button", { name: "Schließen" }).click();
  return { name, number };
}

/** As somebody may write it down: with the country, and dots. */
const otherwiseWritten = (national: string) =>
  national.replace(/^0/, "+49 ").replaceAll(" ", ".").replace("+49.", "+49 ");

test("a receptionist books a free time by hand, sees it in the list and cancels it", async ({ page, context }) => {
  await signIn(page, { role: "receptionist", path: "/appointments?period=week" });
  const customer = await someCustomer(page);
  const watching = await context.newPage();
  await visit(watching, `/appointments?search=${encodeURIComponent(customer.name)}`);
  await expect(watching.getByRole("status").filter({ hasText: "Live" })).toBeVisible();

  await page.bringToFront();
  await page.getByRole("button", { name: "Neuer Termin" }).click();
  const dialog = page.getByRole("dialog", { name: "Neuer Termin" });
  await dialog.getByRole("button", { name: "Termin buchen" }).click();
  await expect(dialog.getByText("Für wen ist der Termin?")).toBeVisible();

  await dialog.getByRole("combobox", { name: "Kunde" }).fill(otherwiseWritten(customer.number));
  await dialog.getByRole("option").filter({ hasText: customer.name }).click();
  await expect(dialog.getByRole("button", { name: "Ändern" })).toBeVisible();

  const services = dialog.getByLabel("Leistung", { exact: true });
  await services.selectOption(await services.locator("option").filter({ hasText: "Herrenhaarschnitt" }).innerText());
  await dialog.getByRole("radio").last().click();
  await dialog.getByLabel("Notiz").fill("Bringt seinen Sohn mit");
  const summary = dialog.getByRole("status").filter({ hasText: "Herrenhaarschnitt bei" });
  const [, time = ""] = (await summary.innerText()).match(/(\d\d:\d\d–\d\d:\d\d)/) ?? [];
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /buchen$/ }).click();
  await expect(page.getByText(`Termin für ${customer.name} gebucht`)).toBeVisible();
  await expect(dialog).toBeHidden();

  const row = (on: Page, status: string) =>
    on.getByRole("row").filter({ hasText: time }).filter({ hasText: customer.name }).filter({ hasText: status });
  // The other window follows by itself.
  await expect(row(watching, "Bestätigt")).toBeVisible();

  await page.getByLabel("Name oder Nummer").fill(customer.name);
  await row(page, "Bestätigt").getByRole("button").click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Bringt seinen Sohn mit")).toBeVisible();
  await panel.getByRole("tab", { name: "Verlauf" }).click();
  await expect(panel.getByText(/^Gebucht für .* bei /)).toBeVisible();
  await expectAccessible(page);

  await panel.getByRole("button", { name: "Absagen" }).click();
  const question = page.getByRole("dialog", { name: "Termin absagen?" });
  await question.getByLabel("Grund").fill("Kunde ist krank");
  await question.getByLabel("Kunden benachrichtigen").uncheck();
  const cancel = question.getByRole("button", { name: "Termin absagen" });
  // What takes something away looks different from what gives.
  await expect(cancel).toHaveClass(/danger/);
  await cancel.click();
  // At some hours the time is so near that the policy warns.
  const [anyway, cancelled] = [question.getByLabel("Trotzdem absagen"), panel.getByText("„Kunde ist krank“")];
  await expect(anyway.or(cancelled)).toBeVisible();
  if (await anyway.isVisible()) {
    await anyway.check();
    await cancel.click();
  }
  await expect(cancelled).toBeVisible();
  for (const list of [page, watching]) {
    await expect(row(list, "Bestätigt")).toHaveCount(0);
    await expect(row(list, "Abgesagt").first()).toBeVisible();
  }
});

/** Fills the dialog up to a time of the last free day that is shown. */
async function chooseTime(page: Page) {
  await visit(page, "/appointments");
  await page.getByRole("button", { name: "Neuer Termin" }).click();
  const dialog = page.getByRole("dialog", { name: "Neuer Termin" });
  await dialog.getByRole("combobox", { name: "Kunde" }).fill("Müller");
  await dialog.getByRole("listbox").getByRole("option").first().click();
  const services = dialog.getByLabel("Leistung", { exact: true });
  await services.selectOption(await services.locator("option").filter({ hasText: "Färben" }).first().innerText());
  await dialog.getByLabel("Mitarbeitende").selectOption({ label: "Katarzyna Nowak" });
  // The days of anybody stand there until hers have come.
  await expect(async () => {
    await dialog
      .getByRole("button", { name: /\d frei$/ })
      .last()
      .click();
    await dialog.getByRole("radio").first().click({ timeout: 2000 });
    await expect(dialog.getByRole("status").filter({ hasText: "bei Katarzyna Nowak" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  return dialog;
}

test("whoever comes second is told at once, and offered other times to click", async ({ page, context }) => {
  await signIn(page, { role: "receptionist", path: "/appointments" });
  const slow = await chooseTime(page);
  const time = await slow.getByRole("radio", { checked: true }).innerText();
  const colleague = await context.newPage();
  const fast = await chooseTime(colleague);
  await expect(fast.getByRole("radio", { checked: true })).toHaveText(time);
  await fast.getByRole("button", { name: /buchen$/ }).click();
  await expect(fast).toBeHidden();

  await page.bringToFront();
  await expect(slow.getByText("Diese Zeit wurde gerade vergeben.")).toBeVisible();
  await slow.getByRole("button", { name: /buchen$/ }).click();
  await expect(slow.getByText("In der Nähe ist noch frei:")).toBeVisible();
  await expectAccessible(page);
  await slow
    .getByRole("button")
    .filter({ hasText: /\d\d:\d\d\s*Katarzyna Nowak/ })
    .first()
    .click();
  await expect(slow.getByText("Diese Zeit wurde gerade vergeben.")).toBeHidden();
  await slow.getByRole("button", { name: /buchen$/ }).click();
  await expect(slow).toBeHidden();
});

test("the list keeps its filters in the address and says when they leave nothing", async ({ page }) => {
  await signIn(page, { path: "/appointments?period=past&status=completed" });
  await expect(page.getByRole("row").filter({ hasText: "Abgeschlossen" }).first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Bestätigt" })).toHaveCount(0);
  const firstPage = await page.getByRole("row").nth(2).innerText();
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(page.getByRole("row").nth(2)).not.toHaveText(firstPage);
  await page.goBack();
  await expect(page.getByRole("row").nth(2)).toContainText(firstPage.split("\n")[0]?.slice(0, 5) ?? "");

  await page.getByLabel("Name oder Nummer").fill("Xaverlzwick");
  await expect(page.getByText("Nichts gefunden")).toBeVisible();
  await page.getByRole("button", { name: "Filter zurücksetzen" }).last().click();
  await expect(page.locator("[data-row-opener]").first()).toBeVisible();
  await expectAccessible(page);
});

test("on a phone every name is read in full, whatever stands beside it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/appointments?period=week", "/calendar?view=week"]) {
    await signIn(page, { path });
    await expect(page.getByRole("main").locator("tbody td, ol li").first()).toBeVisible();
    const cut = await page
      .getByRole("main")
      .locator("tbody td *, li *")
      .evaluateAll(
        (elements) => elements.filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1).length,
      );
    expect(cut).toBe(0);
    for (const width of [390, 1024, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 390, height: 844 });
  }
});

test("today shows who comes next, on a phone too", async ({ page }) => {
  await signIn(page, { path: "/today" });
  await expect(page.getByRole("heading", { name: "Heute" })).toBeVisible();
  await expect(page.getByText(/\d+ Termine?, \d+ erledigt|Heute stehen keine Termine an/).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
