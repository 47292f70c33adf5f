import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";

test("a cancellation is taken back: the appointment stands again, and its history says so", async ({ page }) => {
  await signIn(page, { role: "receptionist", path: "/appointments?period=coming&status=confirmed" });
  // Far enough ahead that nothing else comes in between.
  await page.locator("[data-row-opener]").last().click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Bestätigt", { exact: true }).first()).toBeVisible();
  await panel.getByRole("button", { name: "Absagen" }).click();
  const question = page.getByRole("dialog", { name: "Termin absagen?" });
  await question.getByLabel("Kunden benachrichtigen").uncheck();
  const cancel = question.getByRole("button", { name: "Termin absagen" });
  await cancel.click();
  const [anyway, undo] = [question.getByLabel("Trotzdem absagen"), panel.getByRole("button", { name: "Rückgängig" })];
  await expect(anyway.or(undo)).toBeVisible();
  if (await anyway.isVisible()) {
    await anyway.check();
    await cancel.click();
  }
  await undo.click();
  const dialog = page.getByRole("dialog", { name: "Letzten Schritt zurücknehmen?" });
  await expect(dialog.getByText("Die Zeit wird noch einmal geprüft")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Zurücknehmen" }).click();
  await expect(dialog).toBeHidden();
  await panel.getByRole("tab", { name: "Verlauf" }).click();
  await expect(panel.getByText("Rückgängig gemacht: wieder bestätigt")).toBeVisible();
  await expect(panel.getByText("Zurückgenommen")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Absagen" })).toBeVisible();
  await expect(undo).toBeHidden();
});

test("what is not possible for some of many is said of each", async ({ page }) => {
  await signIn(page, { role: "receptionist", path: "/appointments?period=past&status=completed" });
  const boxes = page.getByRole("checkbox", { name: /auswählen$/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await expect(page.getByText("2 ausgewählt")).toBeVisible();
  await page.getByLabel("Was tun?").selectOption("confirm");
  await page.getByRole("button", { name: "Ausführen …" }).click();
  const dialog = page.getByRole("dialog", { name: "Bestätigen: 2 Termine" });
  await dialog.getByRole("button", { name: "Bestätigen" }).click();
  await expect(dialog.getByText("2 Termine nicht geändert:")).toBeVisible();
  await expectAccessible(page);
  await dialog.locator("footer, div").getByRole("button", { name: "Schließen" }).last().click();
  await expect(page.getByText("2 ausgewählt")).toBeHidden();
});
