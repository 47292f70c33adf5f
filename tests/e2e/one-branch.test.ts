import { expect, type Page, test } from "@playwright/test";
import { readDemo } from "./support/demo";
import { createPerson, enterPassword } from "./support/person";
import { readRows } from "./support/platform";
import { expectTakenOver, visit } from "./support/visit";

/** Somebody who works with the second branch only. */
async function signInForOneBranch(page: Page, path: string) {
  const demo = readDemo();
  const person = await createPerson(demo, "Bea Bezirk");
  await readRows(
    demo,
    `UPDATE memberships SET branch_ids = ARRAY[$2]::uuid[] WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [person.email, demo.branchIds[1]],
  );
  await enterPassword(page, person, path);
  await expect(page).not.toHaveURL(/\/login/);
  await expectTakenOver(page);
}

test("who works with one branch is offered nothing that holds in the others too", async ({ page }) => {
  await signInForOneBranch(page, "/settings/policies");
  await expect(page.getByRole("heading", { name: "Ganzer Betrieb" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Ganzer Betrieb bearbeiten" })).toBeHidden();
  await page.getByRole("button", { name: "Abweichung anlegen" }).first().click();
  const scopes = page.getByRole("dialog").getByRole("combobox").first();
  await expect(scopes.locator("option")).toHaveText(["Filiale", "Person"]);
  await visit(page, "/working-hours?tab=absences");
  await page.getByRole("button", { name: "Abwesenheit eintragen" }).click();
  const owner = page.getByRole("dialog").getByLabel("Für wen");
  await expect(owner.locator("option[value^='branch:']")).toHaveCount(1);
  await expect(owner.locator("option[value=company]")).toHaveCount(0);
});
