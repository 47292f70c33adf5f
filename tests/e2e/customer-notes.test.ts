import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { signIn } from "./support/sign-in";

const NOTES = {
  general: "Trinkt ihren Kaffee schwarz.",
  medical: "Verträgt kein Ammoniak.",
  management: "Zahlt erst nach der Mahnung.",
};

/** Somebody whom nobody has noted anything of. */
async function createCustomer(page: Page): Promise<string> {
  const answer = await page.request.post("/api/v2/customers", {
    headers: { "x-api-key": readDemo().apiKey, "idempotency-key": crypto.randomUUID() },
    data: { first_name: "Nora", last_name: `Notiz ${crypto.randomUUID().slice(0, 8)}` },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).data.customer_id;
}

/** The customer's notes as somebody of this role sees them. */
async function openNotes(page: Page, role: string, customerId: string) {
  await page.context().clearCookies();
  await signIn(page, { role, path: `/customers/${customerId}` });
  const tab = page.getByRole("tab", { name: /Notizen/ });
  await expect(tab).toBeVisible();
  await tab.click();
  await expect(page.getByRole("tabpanel", { name: /Notizen/ })).toBeVisible();
}

async function openDialog(page: Page) {
  await page.getByRole("button", { name: "Neue Notiz" }).click();
  const dialog = page.getByRole("dialog", { name: "Neue Notiz" });
  await expect(dialog.getByLabel("Notiz", { exact: true })).toBeFocused();
  return dialog;
}

async function write(page: Page, content: string, kind: { type?: string; visibility?: string } = {}) {
  const dialog = await openDialog(page);
  await dialog.getByLabel("Notiz", { exact: true }).fill(content);
  if (kind.type) await dialog.getByLabel("Art").selectOption({ label: kind.type });
  if (kind.visibility) await dialog.getByLabel("Wer sie liest").selectOption({ label: kind.visibility });
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog).toBeHidden();
  await expect(noteOf(page, content)).toBeVisible();
}

const noteOf = (page: Page, content: string) => page.getByRole("listitem").filter({ hasText: content });
const choicesOf = (dialog: Awaited<ReturnType<typeof openDialog>>, label: string) =>
  dialog.getByLabel(label).locator("option").allInnerTexts();

test("notes of a customer are read and written by whoever has the right to their kind", async ({ page }) => {
  const customerId = await createCustomer(page);

  await openNotes(page, "manager", customerId);
  await write(page, NOTES.general);
  await write(page, NOTES.medical, { type: "Gesundheit" });
  await write(page, NOTES.management, { visibility: "Nur Leitung" });
  await expect(noteOf(page, NOTES.medical)).toContainText("Gesundheit");
  await expect(noteOf(page, NOTES.management)).toContainText("Nur Leitung");
  await expect(noteOf(page, NOTES.general).getByRole("button", { name: "Bearbeiten" })).toBeVisible();
  await expect(noteOf(page, NOTES.medical).getByRole("button")).toHaveCount(0);
  await expectAccessible(page);

  await openNotes(page, "receptionist", customerId);
  await expect(noteOf(page, NOTES.general)).toBeVisible();
  await expect(page.getByText(NOTES.medical)).toHaveCount(0);
  await expect(page.getByText(NOTES.management)).toHaveCount(0);
  const dialog = await openDialog(page);
  expect(await choicesOf(dialog, "Art")).not.toContain("Gesundheit");
  expect(await choicesOf(dialog, "Wer sie liest")).not.toContain("Nur Leitung");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await openNotes(page, "staff", customerId);
  await expect(noteOf(page, NOTES.general)).toBeVisible();
  await expect(noteOf(page, NOTES.general).getByRole("button")).toHaveCount(0);
  await expect(page.getByText(NOTES.medical)).toHaveCount(0);
  await expect(page.getByText(NOTES.management)).toHaveCount(0);

  await openNotes(page, "admin", customerId);
  const medical = noteOf(page, NOTES.medical);
  await medical.getByRole("button", { name: "Löschen" }).click();
  await page.getByRole("alertdialog", { name: "Notiz löschen?" }).getByRole("button", { name: "Löschen" }).click();
  await expect(medical).toHaveCount(0);
  await expect(noteOf(page, NOTES.management)).toBeVisible();
});
