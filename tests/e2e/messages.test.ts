import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { readRows } from "./support/platform";
import { sandboxOf } from "./support/sandbox";
import { signIn } from "./support/sign-in";

const demo = readDemo();

/** A confirmation that could not be sent, of an appointment that is still to come, and that no other test has made and cancels. */
async function plantFailed(recipient: string): Promise<void> {
  await readRows(
    demo,
    `INSERT INTO notification_queue (id, company_id, event_type, channel, recipient, customer_id, appointment_id, status,
       scheduled_for, failed_at, is_final, error, dedupe_key)
     SELECT $2::uuid, a.company_id, 'appointment_confirmed', 'email', $3, a.customer_id, a.id, 'failed',
       now(), now(), true, 'Mailbox unavailable', $2
     FROM appointments a WHERE a.company_id = $1 AND a.status = 'confirmed' AND a.starts_at > now() + interval '2 days'
       AND a.created_at < now() - interval '1 day'
     ORDER BY a.starts_at DESC LIMIT 1`,
    [demo.companyId, randomUUID(), recipient],
  );
}

test("a message that failed is found, read and sent again, and then it has arrived", async ({ page }) => {
  const recipient = `${randomUUID().slice(0, 8)}@example.com`;
  await plantFailed(recipient);
  await signIn(page, { role: "receptionist" });
  await page.getByRole("navigation").getByRole("link", { name: "Nachrichten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nachrichten" })).toBeVisible();
  await page.getByRole("button", { name: /^Fehler/ }).click();
  await expect(page).toHaveURL(/status=failed/);
  await page.getByLabel("Name oder Adresse").fill(recipient);
  const openers = page.locator("[data-row-opener]");
  await expect(openers).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`search=${recipient.slice(0, 8)}`));
  await expectAccessible(page);

  await openers.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Mailbox unavailable")).toBeVisible();
  await expect(panel.getByRole("link", { name: "Zum Termin" })).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Noch einmal senden" }).click();
  await expect(panel.getByText(/^(Gesendet|Zugestellt)$/).first()).toBeVisible();
  await expect(panel.getByRole("button", { name: "Noch einmal senden" })).toBeHidden();
  expect((await sandboxOf(demo).messages()).filter(({ to }) => to === recipient)).toHaveLength(1);
  await expect(page.getByText("Nichts gefunden")).toBeVisible();
});

test("the dashboard leads to what failed", async ({ page }) => {
  await plantFailed(`${randomUUID().slice(0, 8)}@example.com`);
  await signIn(page);
  await page.getByRole("link", { name: "Nachrichten", exact: true }).last().click();
  await expect(page).toHaveURL(/\/messages\?status=failed/);
  await expect(page.locator("[data-row-opener]").first()).toBeVisible();
});
