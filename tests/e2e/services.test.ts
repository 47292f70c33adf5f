import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

const unique = () => crypto.randomUUID().slice(0, 8);
async function createService(page: Page, name: string) {
  await page.getByRole("button", { name: "Neue Leistung" }).click();
  const dialog = page.getByRole("dialog", { name: "Neue Leistung" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Kategorie").fill("Probe");
  await dialog.getByLabel("Preis").fill("1.089,5");
  await dialog.getByRole("button", { name: "Leistung anlegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function addStep(page: Page, { name, minutes }: { name: string; minutes: string }) {
  await page.getByRole("button", { name: /Abschnitt hinzufügen|In Abschnitte teilen/ }).click();
  const step = page
    .getByRole("listitem")
    .filter({ has: page.getByLabel("Name", { exact: true }) })
    .last();
  await step.getByLabel("Name", { exact: true }).fill(name);
  await step.getByLabel("Dauer", { exact: true }).fill(minutes);
  return page.getByRole("listitem", { name });
}

test("an owner puts a service together from steps, sees its course, and books it by hand", async ({ page }) => {
  const name = `Farbe ${unique()}`;
  await signIn(page, { path: "/services" });
  await expect(page.getByRole("heading", { name: "Leistungen" })).toBeVisible();
  await expectAccessible(page);
  await createService(page, name);
  await expect(page.getByText(/1\.089,50\s€/)).toBeVisible();

  await page.getByRole("tab", { name: /^Abschnitte/ }).click();
  await addStep(page, { name: "Auftragen", minutes: "30" });
  const effect = await addStep(page, { name: "Einwirken", minutes: "35" });
  await effect.getByRole("switch", { name: "Person ist frei für andere" }).click();
  await addStep(page, { name: "Auswaschen", minutes: "20" });
  const course = page.getByRole("figure", { name: "Ablauf der Leistung" });
  await expect(course.getByText("Einwirken: Minute 30 bis 65")).toBeAttached();
  await expect(page.getByText("Dauer für den Kunden").locator("..")).toContainText("1 Std. 25 Min.");

  // By keyboard: the last step goes one up, and back.
  await page.getByRole("button", { name: "Auswaschen nach oben" }).press("Enter");
  await expect(course.getByText("Auswaschen: Minute 30 bis 50")).toBeAttached();
  await page.getByRole("listitem", { name: "Auswaschen" }).getByLabel("Name", { exact: true }).press("Alt+ArrowDown");
  await expect(course.getByText("Auswaschen: Minute 65 bis 85")).toBeAttached();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Abschnitte speichern" }).click();
  await expect(page.getByText("Abschnitte gespeichert")).toBeVisible();
  await expect(page.getByText("Mehrere Abschnitte")).toBeVisible();

  await page.getByRole("tab", { name: /^Mitarbeitende/ }).click();
  const people = page.getByRole("tabpanel").getByRole("checkbox");
  await expect(people.first()).toBeVisible();
  for (const person of await people.all()) await person.check();
  await page.getByRole("tabpanel").getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  await visit(page, "/appointments");
  await page.getByRole("button", { name: "Neuer Termin" }).click();
  const dialog = page.getByRole("dialog", { name: "Neuer Termin" });
  await dialog.getByRole("combobox", { name: "Kunde" }).fill("Müller");
  await dialog.getByRole("listbox").getByRole("option").first().click();
  const services = dialog.getByLabel("Leistung", { exact: true });
  await services.selectOption(await services.locator("option").filter({ hasText: name }).innerText());
  await dialog.getByRole("radio").last().click();
  await dialog.getByRole("button", { name: /buchen$/ }).click();
  await expect(dialog).toBeHidden();

  await visit(page, "/services");
  await page.getByRole("searchbox", { name: "Name oder Suchwort" }).fill(name);
  await expect(page).toHaveURL(/search=/);
  await page.getByRole("button", { name }).click();
  await page.getByRole("button", { name: "Archivieren" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByText("Ein Termin ist noch dafür gebucht.")).toBeVisible();
  await question.getByRole("button", { name: "Archivieren" }).click();
  await expect(page.getByRole("button", { name: "Zurückholen" })).toBeVisible();
});

test("an owner adds a room, puts it into a group, and takes it out of use", async ({ page }) => {
  const [room, group] = [`Kabine ${unique()}`, `Kabinen ${unique()}`];
  await signIn(page, { path: "/resources" });
  await expect(page.getByRole("heading", { name: "Räume und Geräte", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Neu anlegen" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Raum oder Gerät anlegen" });
  await dialog.getByLabel("Name").fill(room);
  await dialog.getByRole("button", { name: "Anlegen" }).click();
  await expect(page.getByRole("button", { name: room })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Neue Gruppe" }).click();
  const members = page.getByRole("dialog", { name: "Neue Gruppe" });
  await members.getByLabel("Name").fill(group);
  await members.getByLabel(room).check();
  await members.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("row").filter({ hasText: room })).toContainText(group);

  await page.getByRole("button", { name: room }).click();
  const panel = page.getByRole("dialog", { name: room });
  await expect(panel.getByText("Noch braucht es keine Leistung.")).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Archivieren" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archivieren" }).click();
  await expect(panel.getByRole("button", { name: "Zurückholen" })).toBeVisible();
});
