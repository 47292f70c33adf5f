import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

const rows = (page: Page) => page.locator("[data-row-opener]");

/** What is paler because it is about to be replaced need not have contrast. */
async function expectSettledAndAccessible(page: Page) {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expectAccessible(page);
}

/** Somebody of the list who has a name and a number, as the list shows them. */
async function someCustomer(page: Page) {
  const row = page
    .getByRole("row")
    .filter({ hasText: /\d{3,5} \d{5,}/ })
    .filter({ has: rows(page).filter({ hasNotText: /\d/ }) })
    .first();
  const name = (await row.locator("[data-row-opener]").innerText()).split("\n").at(-1) ?? "";
  const [national = ""] = (await row.innerText()).match(/0\d{2,5} \d{5,}/) ?? [];
  return { name, national };
}

test("finds a customer by a name with a typo and by the number in three notations", async ({ page }) => {
  await signIn(page, { role: "receptionist", path: "/customers" });
  const { name, national } = await someCustomer(page);
  const search = page.getByRole("searchbox", { name: "Name, Telefon oder E-Mail" });
  const found = rows(page).filter({ hasText: name }).first();

  await search.fill(`${name.slice(0, 2)}${name.slice(3)}`);
  await expect(page).toHaveURL(/search=/);
  await expect(found).toBeVisible();

  const bare = national.replaceAll(" ", "");
  const international = `+49 ${national.slice(1)}`;
  for (const number of [bare, international, `0049 (${national.slice(1).replace(" ", ") ")}`]) {
    await search.fill(number);
    await expect(page).toHaveURL(new RegExp(`search=[^&]*${bare.slice(-5)}`));
    await expect(rows(page)).toHaveCount(1);
    await expect(found).toBeVisible();
  }

  await found.click();
  const panel = page.getByRole("dialog", { name });
  await expect(panel.getByRole("link", { name: national })).toBeVisible();
  await expectSettledAndAccessible(page);
  await panel.getByRole("link", { name: "Ganze Seite" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("tab", { name: /Termine/ })).toBeVisible();
  await expectSettledAndAccessible(page);
});

test("adds a customer, and shows who has the number already", async ({ page }) => {
  await signIn(page, { path: "/customers" });
  const { name, national } = await someCustomer(page);
  await page.getByRole("button", { name: "Neuer Kunde" }).click();
  const dialog = page.getByRole("dialog", { name: "Neuer Kunde" });
  await dialog.getByLabel("Telefon").fill(`+49 ${national.slice(1)}`);
  await expect(dialog.getByText(`${name} hat diese Nummer schon.`)).toBeVisible();
  await dialog.getByLabel("Telefon").fill("");
  await dialog.getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(dialog.getByLabel("Nachname")).toHaveAttribute("aria-invalid", "true");
  await expectSettledAndAccessible(page);

  const lastName = `Neumann${Date.now().toString().slice(-5)}`;
  await dialog.getByLabel("Vorname").fill("Greta");
  await dialog.getByLabel("Nachname").fill(lastName);
  await dialog.getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(page.getByRole("dialog", { name: `Greta ${lastName}` }).getByText("Interessent")).toBeVisible();
});

test("narrows the calls, reads one beside the list and marks it as reviewed", async ({ page }) => {
  await signIn(page, { role: "manager", path: "/calls?reviewed=no" });
  await page.getByLabel("Ergebnis").selectOption("booked");
  await expect(page).toHaveURL(/outcome=booked/);
  await expect(page.getByRole("row").filter({ hasText: "Rückruf gewünscht" })).toHaveCount(0);
  await expectSettledAndAccessible(page);

  await rows(page).first().click();
  const panel = page.getByRole("dialog");
  const conversation = panel.getByRole("list", { name: "Gespräch mit Zeitmarken" });
  await expect(conversation.getByText("Anrufer").first()).toBeVisible();
  await conversation.locator("summary", { hasText: "Termin gebucht" }).click();
  const done = conversation.getByRole("listitem").filter({ hasText: "Termin gebucht" }).filter({ hasText: "ms" });
  await expect(done.getByText("Geantwortet")).toBeVisible();
  await done.getByText("Rohdaten").click();
  await expect(done.getByText('"name": "book-appointment"')).toBeVisible();
  await expect(panel.getByRole("heading", { name: "Termine aus diesem Anruf" })).toBeVisible();
  await expectSettledAndAccessible(page);

  const caller = await panel.getByRole("heading").first().innerText();
  await panel.getByRole("button", { name: "Als geprüft markieren" }).click();
  await expect(panel.getByRole("button", { name: "Prüfung zurücknehmen" })).toBeVisible();
  await panel.getByRole("link", { name: "Ganze Seite" }).click();
  await expect(page.getByRole("heading", { level: 1, name: caller })).toBeVisible();
  await expectSettledAndAccessible(page);
  await page.getByRole("button", { name: "Prüfung zurücknehmen" }).click();
  await expect(page.getByRole("button", { name: "Als geprüft markieren" })).toBeVisible();
});

test("says that nothing fits and how to get out", async ({ page }) => {
  await signIn(page, { path: "/calls?search=Xaverlzwick" });
  await expect(page.getByText("Nichts gefunden")).toBeVisible();
  await page.getByRole("button", { name: "Filter zurücksetzen" }).last().click();
  await expect(rows(page).first()).toBeVisible();
  await visit(page, "/calls/00000000-0000-7000-8000-000000000000");
  await expect(page.getByRole("alert").filter({ hasText: "nicht" })).toBeVisible();
});

test("the dashboard shows what its reader may see, on a desktop and on a phone", async ({ page }) => {
  await signIn(page);
  const figures = page.getByRole("region", { name: "Kennzahlen" });
  await expect(figures.getByRole("article")).toHaveCount(4);
  await page.getByRole("radio", { name: "30 Tage" }).click();
  await expect(page).toHaveURL(/period=30d/);
  await expect(figures.getByText("zu den 30 Tagen davor").first()).toBeVisible();
  await page.getByRole("figure", { name: /Anrufe und .* Termine im Zeitraum/ }).scrollIntoViewIfNeeded();
  await expect(page.locator(".recharts-surface")).toBeVisible();
  await expectSettledAndAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectSettledAndAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.context().clearCookies();
  await signIn(page, { role: "staff" });
  await expect(page.getByRole("heading", { name: "Heutige Termine" })).toBeVisible();
  await expect(figures).toHaveCount(0);
});
