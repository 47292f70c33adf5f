import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

test("an owner brings appointments along from another program, looks at each line first, and takes them back", async ({
  page,
}) => {
  const [staff = ""] = Object.keys(readDemo().staffIds);
  const customer = `Jörg Übergang${Date.now()}`;
  const file = [
    "Datum;Uhrzeit;Kunde;Leistung;Mitarbeiter;Preis",
    `04.03.2024;10:00;${customer};Herrenhaarschnitt;${staff};31,50`,
    `05.03.2024;10:00;${customer};Hernhaarschnit;${staff};`,
  ].join("\r\n");
  await signIn(page, { path: "/appointments/import" });
  await expect(page.locator("button", { hasText: "Datei wählen …" })).toBeVisible();
  await expectAccessible(page);
  // As Windows writes it.
  const buffer = Buffer.from(file, "latin1");
  await page
    .getByLabel("Datei wählen …")
    .and(page.locator("input"))
    .setInputFiles({
      ...{ name: "termine.csv", mimeType: "text/csv", buffer },
    });
  await expect(page.getByLabel("Leistung", { exact: true })).toHaveValue("3");
  await expect(page.getByText("WINDOWS-1252")).toBeVisible();
  await page.getByRole("button", { name: "Datei prüfen" }).click();
  await expect(page.getByText("1 bereit")).toBeVisible();
  await expect(page.getByText("1 mit Problem")).toBeVisible();
  await expect(page.getByText(`${customer} (neu)`)).toBeVisible();
  await expect(page.getByText("Diese Leistung gibt es nicht.")).toBeVisible();
  await expect(page.getByText(/Gemeint vielleicht: .*Herrenhaarschnitt/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "1 Termin übernehmen …" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Übernehmen" }).click();
  await expect(page.getByText("1 übernommen")).toBeVisible();
  await expect(page.getByText("Fertig", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Import zurücknehmen" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Import zurücknehmen" }).click();
  await expect(page.getByText("1 zurückgenommen")).toBeVisible();
  await visit(page, `/appointments?period=past&search=${encodeURIComponent(customer)}`);
  await expect(page.getByText("Nichts gefunden")).toBeVisible();
});

test("what happened to appointments can be searched", async ({ page }) => {
  await signIn(page, { path: "/appointments/modifications?period=90d" });
  await expect(page.getByRole("table")).toBeVisible();
  await page.getByLabel("Jede Art").selectOption("cancelled");
  await expect(
    page.getByRole("table").getByText("Abgesagt").or(page.getByText("Nichts gefunden")).first(),
  ).toBeVisible();
  await expectAccessible(page);
});
