import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { readRows } from "./support/platform";
import { signIn } from "./support/sign-in";

const REASON = "Kundin meldet fehlende Termine am Montag";
const demo = readDemo();

interface Entry {
  action: string;
  actor: { kind: string; reason?: string };
}
const auditOf = (companyId: string | null) =>
  readRows<Entry>(
    demo,
    `SELECT action, actor FROM activity_logs WHERE company_id IS NOT DISTINCT FROM $1 ORDER BY sequence DESC LIMIT 5`,
    [companyId],
  );

test("an operator looks into a company with a reason, is seen to do so, and leaves", async ({ page }) => {
  await signIn(page, { role: "super_admin", path: "/admin/companies" });
  await expect(page.getByRole("heading", { name: "Betriebe" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Salon Lindner" }).click();
  await expect(page.getByRole("heading", { name: /Salon Lindner/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Als Support ansehen" }).click();
  const dialog = page.getByRole("dialog", { name: "Salon Lindner ansehen" });
  await dialog.getByRole("button", { name: "Betrieb ansehen" }).click();
  await expect(dialog.getByLabel("Grund")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Grund").fill(REASON);
  await dialog.getByRole("button", { name: "Betrieb ansehen" }).click();

  const banner = page.getByRole("complementary", { name: "Zugriff durch den Support" });
  await expect(banner).toContainText(`„${REASON}“`);
  await expect(banner).toContainText(/Noch (29|30) Minuten/);
  await expectAccessible(page);
  await page.goto("/customers");
  await expect(banner).toBeVisible();
  await page.getByRole("button", { name: "Neuer Kunde" }).first().click();
  const customer = page.getByRole("dialog", { name: "Neuer Kunde" });
  await customer.getByLabel("Nachname").fill("Supportfall");
  await customer.getByRole("button", { name: /anlegen|speichern/i }).click();
  await expect(customer).toBeHidden();
  const [created] = await auditOf(demo.companyId);
  expect(created).toMatchObject({ action: "create_customers", actor: { kind: "impersonator", reason: REASON } });

  const panel = page.getByRole("dialog", { name: /Supportfall/ });
  await expect(panel).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await banner.getByRole("button", { name: "Beenden" }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/companies/${demo.companyId}`));
  await expect(banner).toBeHidden();
  const actions = (await auditOf(demo.companyId)).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(["start_impersonation", "end_impersonation"]));
  expect((await auditOf(null)).map(({ action }) => action)).toContain("end_impersonation");
  await page.goto("/customers");
  await expect(page).toHaveURL(/\/admin/);
});

test("nobody else finds the platform's pages", async ({ page }) => {
  await signIn(page, { role: "admin" });
  for (const path of ["/admin/tenants", "/admin/users", `/admin/companies/${demo.companyId}`]) {
    await page.goto(path);
    await expect(page.getByText("Diese Seite gibt es nicht")).toBeVisible();
  }
});
