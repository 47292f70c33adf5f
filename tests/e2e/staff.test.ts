import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

test("somebody new comes, is described, gets services, and goes again", async ({ page }) => {
  const name = `Nele Probe ${crypto.randomUUID().slice(0, 6)}`;
  await signIn(page, { path: "/staff" });
  await page.getByRole("button", { name: "Neue Person" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Neue Person" });
  await dialog.getByLabel("Name").fill(name);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Anlegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.getByRole("button", { name: "Bearbeiten" }).click();
  const edit = page.getByRole("dialog", { name: `${name} bearbeiten` });
  await edit.getByLabel("Fähigkeiten").fill("Balayage, Hochstecken");
  await edit.getByLabel("Türkisch").check();
  await edit.getByLabel("Höchstens am Tag (Std.)").fill("7.5");
  await expectAccessible(page);
  await edit.getByRole("button", { name: "Speichern" }).click();
  await expect(edit).toBeHidden();
  await expect(page.getByText("Hochstecken", { exact: true })).toBeVisible();
  await expect(page.getByText("7,5 Std.")).toBeVisible();

  await page.getByRole("tab", { name: "Leistungen" }).click();
  await page.getByRole("button", { name: "Leistungen ändern" }).click();
  const services = page.getByRole("dialog", { name: `Leistungen von ${name}` });
  await services.getByRole("checkbox").first().check();
  await services.getByLabel(/^Dauer von/).fill("55");
  await services.getByRole("button", { name: "Speichern" }).click();
  await expect(services).toBeHidden();
  await expect(page.getByRole("cell", { name: /eigen/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Archivieren" }).click();
  const archive = page.getByRole("dialog", { name: `${name} archivieren?` });
  await expect(archive.getByText("Es steht nichts mehr an.")).toBeVisible();
  await archive.getByRole("button", { name: "Archivieren" }).click();
  await expect(page.getByText("Archiviert", { exact: true })).toBeVisible();
  await visit(page, `/staff?search=${encodeURIComponent(name)}`);
  await expect(page.getByText("Nichts gefunden")).toBeVisible();
  await page.getByLabel("Stand").selectOption("archived");
  await expect(page.getByRole("button", { name })).toBeVisible();
});

test("a staff member changes their own profile and sees nobody else's", async ({ page }) => {
  await signIn(page, { role: "staff", path: "/settings/profile" });
  const card = page.getByRole("region", { name: /Mein Profil im Kalender/ });
  const bio = `Ich bin gern hier (${crypto.randomUUID().slice(0, 6)}).`;
  await card.getByLabel("Über die Person").fill(bio);
  await card.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Ihr Profil ist gespeichert")).toBeVisible();
  await page.reload();
  await expect(card.getByLabel("Über die Person")).toHaveValue(bio);
  await expect(page.getByRole("navigation").getByRole("link", { name: "Mitarbeitende" })).toHaveCount(0);
});
