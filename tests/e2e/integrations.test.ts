import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { readRows } from "./support/platform";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

const demo = readDemo();

/** A report of an e-mail that nobody knows, which could not be taken over: too long ago for the hourly job to try it again. */
async function plantFailed(error: string): Promise<void> {
  const payload = JSON.stringify({
    type: "email.delivered",
    data: { email_id: randomUUID(), to: ["eva@example.com"] },
  });
  await readRows(
    demo,
    `INSERT INTO webhook_logs (id, company_id, source, event_type, payload, headers, is_signature_valid, response_status, status, error_message, received_at)
     VALUES ($2::uuid, $1::uuid, 'resend', 'email.delivered', $3::jsonb, '{"user-agent": "Svix"}', true, 200, 'failed', $4, now() - interval '25 hours')`,
    [demo.companyId, randomUUID(), payload, error],
  );
}

test("a delivery that failed is found, read and worked through again", async ({ page }) => {
  const error = `probe-${randomUUID().slice(0, 8)}`;
  await plantFailed(error);
  await signIn(page);
  await visit(page, "/settings/integrations/work");
  await expect(page.getByRole("heading", { level: 1, name: "Was wartet" })).toBeVisible();
  await expectAccessible(page);
  const card = page.locator("[aria-labelledby=work-deliveries]");
  await card.getByRole("link", { name: "Einzeln ansehen" }).click();
  await expect(page).toHaveURL(/\/settings\/webhooks\?status=failed/);
  await page.getByLabel("Ereignis, Fehler").fill(error);
  await expect(page).toHaveURL(new RegExp(`search=${error}`));
  const openers = page.locator("[data-row-opener]");
  await expect(page.getByRole("cell", { name: error })).toBeVisible();
  await expect(openers).toHaveCount(1);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expectAccessible(page);

  await openers.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("eva@example.com")).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Noch einmal verarbeiten" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Noch einmal verarbeiten" }).click();
  await expect(question).toBeHidden();
  await expect(panel.getByText("Verarbeitet")).toBeVisible();
  await expect(page.getByText("Nichts gefunden")).toBeVisible();
});

test("a provider that is held back says so, and is asked at once when somebody wants to know", async ({ page }) => {
  const [since, until] = [-60_000, 600_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const circuit = { failures: [since], openUntil: until, openedAt: since, probeUntil: null, cause: "failures" };
  await readRows(
    demo,
    `INSERT INTO integrations (id, company_id, provider, status, config, last_checked_at, last_error, error_count)
     VALUES ($2::uuid, $1::uuid, 'retell', 'degraded', $3::jsonb, now(), 'answered 503', 5)
     ON CONFLICT (company_id, provider) DO UPDATE SET status = 'degraded', config = EXCLUDED.config, last_checked_at = now(), last_error = 'answered 503'`,
    [demo.companyId, randomUUID(), JSON.stringify({ circuit })],
  );
  await signIn(page);
  await visit(page, "/settings/integrations");
  const card = page.locator("[aria-labelledby=connection-retell]");
  await expect(card.getByText(/^Anfragen werden seit .* zurückgehalten/)).toBeVisible();
  await expect(card.getByText("Fehler beim Anbieter (503)")).toBeVisible();
  await expectAccessible(page);
  await card.getByRole("button", { name: "Jetzt prüfen" }).click();
  await expect(card.getByText("Die Verbindung funktioniert.", { exact: false })).toBeVisible();
  await expect(card.getByText("gehen durch")).toBeVisible();
  await expect(card.getByText(/zurückgehalten/)).toHaveCount(0);
});
