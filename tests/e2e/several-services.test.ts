import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";

test("several services become one visit with one person, and a time that is not free says why", async ({ page }) => {
  await signIn(page, { role: "receptionist", path: "/appointments" });
  await page.getByRole("button", { name: "Neuer Termin" }).click();
  const dialog = page.getByRole("dialog", { name: "Neuer Termin" });
  await dialog.getByRole("combobox", { name: "Kunde" }).fill("an");
  await dialog.getByRole("listbox").getByRole("option").first().click();
  const choose = async (label: string, name: string) => {
    const field = dialog.getByLabel(label, { exact: true });
    await field.selectOption(await field.locator("option").filter({ hasText: name }).first().innerText());
  };
  await choose("Leistung", "Damenhaarschnitt");
  await dialog.getByRole("button", { name: "Weitere Leistung" }).click();
  await choose("2. Leistung", "Augenbrauen");
  await dialog.getByLabel("Alles bei einer Person").check();

  // Before anybody opens, on whatever day is shown.
  await dialog.getByLabel("Auch geschlossene Zeiten zeigen").check();
  await dialog.getByLabel("Andere Uhrzeit").fill("05:30");
  await expect(
    dialog.getByRole("status").filter({ hasText: /Dann ist geschlossen|schon vorbei|niemand im Dienst/ }),
  ).toBeVisible();
  await expectAccessible(page);

  // Late in the day nothing is free any more on the one that was shown.
  await dialog
    .getByRole("button", { name: /\d frei$/ })
    .first()
    .click();
  await dialog.getByRole("radio").last().click();
  const course = dialog.getByRole("status").getByRole("listitem");
  await expect(course).toHaveCount(2);
  const people = (await course.allInnerTexts()).map((line) => line.split(" bei ").at(-1));
  expect(new Set(people).size).toBe(1);
  await dialog.getByRole("button", { name: /buchen$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Termin für .* gebucht/)).toBeVisible();
});
