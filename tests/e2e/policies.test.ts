import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";

const RULES = "/settings/policies?tab=cancellation";
const NOTICE = "Frist vor dem Termin";

/** A coming appointment that can still be cancelled, and what it is for, in words. */
async function someComing(page: Page): Promise<{ address: string; services: string }> {
  await page.goto("/appointments?period=week&status=confirmed");
  await page.locator("[data-row-opener]").last().click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("button", { name: "Absagen" })).toBeVisible();
  const address = await panel.getByRole("link", { name: "Ganze Seite" }).getAttribute("href");
  const facts = panel.locator("dl").first();
  const services = await facts
    .locator("dt", { hasText: /^Leistung$/ })
    .locator("xpath=following-sibling::dd[1]")
    .innerText();
  return { address: address ?? "", services };
}

/** The service that the words begin with; a service's own name may hold what stands between two of them. */
async function firstOf(services: string, select: Locator): Promise<string> {
  await expect(select.locator("option").nth(1)).toBeAttached();
  const names = (await select.locator("option").allInnerTexts()).filter((name) => services.startsWith(name));
  return names.sort((one, other) => other.length - one.length)[0] ?? "";
}

/** By keyboard alone: the first letters of a choice choose it. */
async function chooseByKey(select: Locator, label: string) {
  await select.focus();
  await select.pressSequentially(label, { delay: 20 });
}

async function setHours(dialog: Locator, hours: string) {
  await chooseByKey(dialog.getByLabel(NOTICE).first(), "Hier");
  await dialog.getByRole("spinbutton", { name: NOTICE }).fill(hours);
  await dialog.getByRole("spinbutton", { name: NOTICE }).press("Enter");
  await expect(dialog).toBeHidden();
}

test("a rule of the business, another one for a service, and each value says whose it is", async ({ page }) => {
  await signIn(page, { role: "admin", path: "/appointments" });
  const { address, services } = await someComing(page);

  await page.goto(RULES);
  await page.getByRole("button", { name: "Ganzer Betrieb bearbeiten" }).press("Enter");
  // What it is usually: nothing is different for anybody else.
  await setHours(page.getByRole("dialog", { name: "Absagen: Ganzer Betrieb" }), "24");
  await expect(page.getByRole("region", { name: "Ganzer Betrieb" }).getByText("Hier festgelegt").first()).toBeVisible();

  await page.getByRole("button", { name: "Abweichung anlegen" }).press("Enter");
  const whom = page.getByRole("dialog", { name: "Für wen soll es anders sein?" });
  await chooseByKey(whom.getByLabel("Art"), "Leistung");
  const service = await firstOf(services, whom.getByLabel("Auswahl"));
  await whom.getByLabel("Auswahl").selectOption({ label: service });
  await whom.getByRole("button", { name: "Weiter" }).press("Enter");
  const other = page.getByRole("dialog", { name: `Absagen: ${service}` });
  await expect(other.getByText("Nicht hier festgelegt: Vom Betrieb.").first()).toBeVisible();
  await other.getByLabel("Gebühr als fester Betrag").first().selectOption({ label: "Hier festlegen" });
  await other.getByRole("textbox", { name: "Gebühr als fester Betrag" }).fill("15");
  await other.getByLabel("Bei einem Verstoß").selectOption({ label: "Nach einem Ja zulassen, Gebühr vormerken" });
  await other.getByLabel(NOTICE).first().selectOption({ label: "Hier festlegen" });
  await expect(other.getByText("Hier festgelegt. Ohne das gilt: 24 Stunden (Vom Betrieb).")).toBeVisible();
  await expectAccessible(page);
  await other.getByRole("spinbutton", { name: NOTICE }).fill("500");
  await other.getByRole("spinbutton", { name: NOTICE }).press("Enter");
  await expect(other).toBeHidden();
  await expect(page.getByText(`Abweichend: ${service}: 500 Stunden`)).toBeVisible();

  await page.goto(address);
  await page.getByRole("button", { name: "Absagen" }).press("Enter");
  const question = page.getByRole("dialog", { name: "Termin absagen?" });
  await expect(question.getByText(/kostet 15,00\s€/)).toBeVisible();
  await expect(question.getByText("Weniger als 500 Stunden vorher.")).toBeVisible();
  await expect(question.getByLabel("Gebühr erlassen")).not.toBeChecked();
  await question.getByLabel("Gebühr erlassen").press("Space");
  await expect(question.getByLabel("Gebühr erlassen")).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Verwerfen" }).press("Enter");

  await page.goto(RULES);
  await page.getByRole("button", { name: `${service} zurücksetzen` }).press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Zurücksetzen" }).press("Enter");
  await expect(page.getByText("Zurückgesetzt.")).toBeVisible();
});
