import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { readRows } from "./support/platform";
import { signIn } from "./support/sign-in";

const demo = readDemo();

/** With whom the most has happened, so that it does not fit at once. */
async function busiestCustomer(): Promise<string> {
  const [row] = await readRows<{ id: string }>(
    demo,
    `SELECT c.id FROM customers c WHERE c.company_id = $1 AND c.deleted_at IS NULL ORDER BY c.call_count
       + (SELECT count(*) FROM appointments a JOIN appointment_modifications m ON m.appointment_id = a.id WHERE a.customer_id = c.id)
       DESC LIMIT 1`,
    [demo.companyId],
  );
  return row?.id ?? "";
}

test("a customer's course of events is narrowed by kind and read back, and the address keeps both", async ({
  page,
}) => {
  await signIn(page, { role: "receptionist", path: `/customers/${await busiestCustomer()}` });
  const kind = page.getByRole("combobox", { name: "Alles" });
  const older = page.getByRole("button", { name: "Ältere" });
  await expect(older).toBeVisible();
  await expectAccessible(page);
  await older.click();
  await expect(page).toHaveURL(/before=/);
  await expect(page.getByRole("heading", { name: "Kommt noch" })).toBeHidden();
  await page.getByRole("button", { name: "Zum Neuesten" }).click();
  await expect(page).not.toHaveURL(/before=/);

  await kind.selectOption({ label: "Änderungen" });
  await expect(page).toHaveURL(/kind=change/);
  const lines = page.getByRole("tabpanel").getByRole("listitem");
  await expect(lines.filter({ hasText: "Gebucht" }).first()).toBeVisible();
  await expect(lines.filter({ hasText: /^Anruf/ })).toHaveCount(0);
  await page.reload();
  await expect(kind).toHaveValue("change");
  await expect(lines.filter({ hasText: "Gebucht" }).first()).toBeVisible();
});
