import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo, userOf } from "./support/demo";
import { enterPassword } from "./support/person";
import { readRows } from "./support/platform";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

const demo = readDemo();
const REASON = `Kundin meldet fehlende Termine am Montag (${crypto.randomUUID().slice(0, 6)})`;

interface Entry {
  action: string;
  actor: { kind: string; reason?: string };
}
/** What was done for this reason, the latest first. */
const auditOf = (companyId: string | null) =>
  readRows<Entry>(
    demo,
    `SELECT action, actor FROM activity_logs
     WHERE company_id IS NOT DISTINCT FROM $1 AND $2 IN (actor->>'reason', old_values->>'reason', new_values->>'reason')
     ORDER BY sequence DESC LIMIT 5`,
    [companyId, REASON],
  );

test("an operator looks into a company with a reason, is seen to do so, and leaves", async ({ page }) => {
  // A session of this test's own: who looks into a company goes on under another token.
  await enterPassword(page, userOf(demo, "super_admin", null), "/admin/companies");
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
  await visit(page, "/customers");
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
  await visit(page, "/customers");
  await expect(page).toHaveURL(/\/admin/);
});

test("nobody else finds the platform's pages", async ({ page }) => {
  await signIn(page, { role: "admin" });
  for (const path of ["/admin/tenants", "/admin/users", `/admin/companies/${demo.companyId}`]) {
    await page.goto(path);
    await expect(page.getByText("Diese Seite gibt es nicht", { exact: true })).toBeVisible();
  }
});

test("an operator lets a number lead to a company, and takes it away again", async ({ page }) => {
  const text = `+49 30 2312 5${String(Date.now()).slice(-4)}`;
  const number = text.replaceAll(" ", "");
  await signIn(page, { role: "super_admin", path: `/admin/companies/${demo.company2Id}` });
  await page.getByRole("button", { name: "Nummer hinzufügen" }).click();
  const dialog = page.getByRole("dialog", { name: "Nummer hinzufügen" });
  await dialog.getByLabel("Telefonnummer").fill("030 1234567");
  await dialog.getByRole("button", { name: "Hinzufügen" }).click();
  await expect(dialog.getByText("Bitte mit Landesvorwahl schreiben")).toBeVisible();
  await dialog.getByLabel("Telefonnummer").fill(demo.phoneNumber);
  await dialog.getByRole("button", { name: "Hinzufügen" }).click();
  await expect(dialog.getByText("führt schon zu einem Betrieb")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Telefonnummer").fill(text);
  await dialog.getByRole("button", { name: "Hinzufügen" }).click();
  await expect(dialog).toBeHidden();

  const remove = page.getByRole("button", { name: /entfernen$/ }).last();
  await expect(remove).toBeVisible();
  const routed = () => readRows<{ company_id: string }>(demo, "SELECT company_id FROM route_call($1, NULL)", [number]);
  expect(await routed()).toEqual([{ company_id: demo.company2Id }]);
  await expectAccessible(page);
  await remove.click();
  const question = page.getByRole("alertdialog", { name: /entfernen\?$/ });
  await question.getByRole("button", { name: "Entfernen" }).click();
  await expect(question).toBeHidden();
  await expect.poll(routed).toEqual([]);
});

test("an operator sees which job gave up and why, and starts it again", async ({ page }) => {
  const [runId, error] = [`failed-${crypto.randomUUID()}`, `No answer (${crypto.randomUUID().slice(0, 6)})`];
  await readRows(
    demo,
    `INSERT INTO inngest.run (id, function_id, status, events, output, ended_at)
     VALUES ($1, 'askproai-prune-counts', 'failed', '[{"name":"inngest/scheduled.timer","data":{}}]', $2, now())`,
    [runId, JSON.stringify({ message: error })],
  );
  await signIn(page, { role: "super_admin", path: "/admin/jobs" });
  const row = page.getByRole("row").filter({ hasText: error });
  await expect(row).toContainText("prune-counts");
  await expectAccessible(page);
  await row.getByRole("button", { name: "askproai-prune-counts neu starten" }).click();
  await expect(page.getByText("1 Auftrag startet neu")).toBeVisible();
  const again = () =>
    readRows<{ status: string }>(demo, "SELECT status FROM inngest.run WHERE replay_of = $1", [runId]);
  await expect.poll(again).toEqual([{ status: "completed" }]);
  await expect(row).toBeHidden();
});
