import { expect, type Locator, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";

const DAY = 86_400_000;

/** A Sunday in the coming weeks, on which nobody works; each run another minute, so that it can be run again. */
function oddTime() {
  const now = new Date();
  const sunday = new Date(now.getTime() + (7 - now.getUTCDay() + 7) * DAY).toISOString().slice(0, 10);
  return { sunday, time: `06:${String(now.getMinutes()).padStart(2, "0")}` };
}

async function fillIn(dialog: Locator) {
  await dialog.getByRole("combobox", { name: "Kunde" }).fill("Müller");
  await dialog.getByRole("listbox").getByRole("option").first().click();
  const services = dialog.getByLabel("Leistung", { exact: true });
  await services.selectOption(
    await services.locator("option").filter({ hasText: "Herrenhaarschnitt" }).first().innerText(),
  );
}

test("whoever may books outside the working hours, with a reason, and lets off a part of the price", async ({
  page,
}) => {
  const { sunday, time } = oddTime();
  await signIn(page, { role: "admin", path: "/appointments" });
  await page.getByRole("button", { name: "Neuer Termin" }).click();
  const dialog = page.getByRole("dialog", { name: "Neuer Termin" });
  await fillIn(dialog);

  await dialog.getByRole("radio").first().click();
  const day = dialog.getByLabel("Tag", { exact: true });
  const chosen = await day.inputValue();
  await dialog.getByRole("switch", { name: "Außerhalb der Arbeitszeiten buchen" }).press("Space");
  // One goes on from the day that was chosen.
  await expect(day).toHaveValue(chosen);
  await day.fill(sunday);
  await dialog.getByLabel("Uhrzeit").fill(time);
  await expect(dialog.getByText(new RegExp(`^Das geht: ${time}–`))).toBeVisible();

  await dialog.getByRole("button", { name: "Nachlass geben" }).click();
  await dialog.getByLabel("Nachlass", { exact: true }).fill("5");
  await dialog.getByRole("button", { name: /buchen$/ }).click();
  // Both reasons are missing.
  await expect(dialog.getByText("Bitte füllen Sie dieses Feld aus.")).toHaveCount(2);
  await dialog.getByLabel("Grund des Nachlasses").fill("Geburtstag");
  await dialog.getByLabel("Warum zu dieser Zeit?").fill("Hochzeit");
  await expect(dialog.getByText("(5,00 € Nachlass)")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /buchen$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Termin für .*Müller gebucht$/)).toBeVisible();
});

/** The last Sunday of a March to come, on which the clock goes from two to three. */
function shortNight(): string {
  const now = new Date();
  const lastSunday = (year: number) => {
    const end = new Date(Date.UTC(year, 2, 31));
    return new Date(end.getTime() - end.getUTCDay() * DAY);
  };
  const thisYear = lastSunday(now.getUTCFullYear());
  return (thisYear.getTime() > now.getTime() + DAY ? thisYear : lastSunday(now.getUTCFullYear() + 1))
    .toISOString()
    .slice(0, 10);
}

test("a time that the clock leaves out is named, and not taken for another one", async ({ page }) => {
  await signIn(page, { role: "admin", path: "/appointments" });
  await page.getByRole("button", { name: "Neuer Termin" }).click();
  const dialog = page.getByRole("dialog", { name: "Neuer Termin" });
  await fillIn(dialog);
  await dialog.getByRole("switch", { name: "Außerhalb der Arbeitszeiten buchen" }).press("Space");
  await dialog.getByLabel("Tag", { exact: true }).fill(shortNight());
  await dialog.getByLabel("Uhrzeit").fill("02:30");
  await expect(dialog.getByRole("alert")).toHaveText(/^Diese Uhrzeit gibt es an diesem Tag nicht/);
  await expect(dialog.getByText(/^Das geht/)).toHaveCount(0);
  await dialog.getByLabel("Uhrzeit").fill("03:30");
  await expect(dialog.getByRole("alert")).toHaveCount(0);
});

test("nobody else is offered that", async ({ page }) => {
  await signIn(page, { role: "receptionist", path: "/appointments" });
  await page.getByRole("button", { name: "Neuer Termin" }).click();
  const dialog = page.getByRole("dialog", { name: "Neuer Termin" });
  await fillIn(dialog);
  await dialog.getByRole("radio").first().click();
  await expect(dialog.getByText(/Herrenhaarschnitt bei .+ · /)).toBeVisible();
  await expect(dialog.getByRole("switch")).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "Nachlass geben" })).toHaveCount(0);
});
