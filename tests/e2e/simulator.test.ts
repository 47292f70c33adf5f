import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

const say = async (page: Page, words: string) => {
  await page.getByRole("textbox", { name: "Was der Anrufer sagt" }).fill(words);
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("list", { name: "Schritte des Gesprächs" }).getByText(words, { exact: true }).first(),
  ).toBeVisible();
};

test("a typed conversation books through the real functions, shows each step, and nothing of it stays", async ({
  page,
}) => {
  await signIn(page, { path: "/settings/simulator" });
  await page.getByLabel("Nummer des Anrufers").fill("0171 3920077");
  await page.getByRole("button", { name: "Anrufen" }).click();
  const steps = page.getByRole("list", { name: "Schritte des Gesprächs" });
  await expect(steps.getByText(/digitale Assistent/)).toBeVisible();
  await say(page, "Ich hätte gern einen Termin für einen Damenhaarschnitt in zehn Tagen am Vormittag");
  await expect(steps.getByText("Freie Zeiten gesucht")).toBeVisible();
  await say(page, "Ja, gern");
  await say(page, "Xenia Probst");
  await expect(page.getByText("Damenhaarschnitt · ").first()).toContainText("Xenia Probst");
  await steps.locator("summary", { hasText: "Termin gebucht" }).last().click();
  await expect(steps.getByText("Geantwortet").last()).toBeVisible();
  await page.getByText("Wie es dazu kam").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Auflegen" }).click();
  await expect(page.getByText("Ergebnis des Anrufs: Termin gebucht")).toBeVisible();

  await visit(page, "/customers?search=Probst");
  await expect(page.getByText("Xenia Probst")).toHaveCount(0);
  await visit(page, "/calls");
  await expect(page.locator("[data-row-opener]").first()).toBeVisible();
  await expect(page.getByText("0171 3920077")).toHaveCount(0);
});

test("a written conversation is played and graded, also on a phone and by keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, { path: "/settings/simulator" });
  await page.getByRole("tab", { name: "Geschriebene Gespräche" }).click();
  await page
    .getByLabel("Gespräch", { exact: true })
    .selectOption({ label: "Sagt spät ab, hört die Gebühr und stimmt zu" });
  await page.getByRole("button", { name: "Abspielen" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /Prüfungen: (\d+) von \1 bestanden/ })).toBeVisible();
  await expect(page.getByText("Gebühr: 15,00 €")).toBeVisible();
  await expect(page.getByRole("img", { name: "Nicht bestanden" })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

test("whoever may not try out connections finds no simulator", async ({ page }) => {
  await signIn(page, { role: "receptionist", path: "/settings/profile" });
  await expect(page.getByRole("link", { name: "Telefon ausprobieren" })).toHaveCount(0);
  await visit(page, "/settings/simulator");
  await expect(page.getByRole("button", { name: "Anrufen" })).toHaveCount(0);
});
