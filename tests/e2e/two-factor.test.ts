import { type Browser, expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { readRows } from "./support/platform";

const demo = readDemo();
const password = demo.users[0]?.password ?? "";

/** Somebody of their own for each test, with the demo's password: what is switched on here stays out of other tests. */
async function newPerson(): Promise<string> {
  const email = `${crypto.randomUUID()}@salon-lindner.demo`;
  await readRows(
    demo,
    `WITH person AS (INSERT INTO users (id, email, name, password_hash)
       SELECT gen_random_uuid(), $1, 'Petra Probe', password_hash FROM users WHERE email = $2 RETURNING id)
     INSERT INTO memberships (id, company_id, user_id, role_id)
       SELECT gen_random_uuid(), $3, person.id, roles.id FROM person, roles WHERE roles.key = 'manager' AND roles.company_id IS NULL`,
    [email, demo.users[0]?.email, demo.companyId],
  );
  return email;
}

async function enterPassword(page: Page, email: string) {
  await page.goto("/login?next=/settings/security");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
}

const settings = (page: Page) => expect(page).toHaveURL(/^[^?]*\/settings\/security$/);
const anotherBrowser = async (browser: Browser) => (await browser.newContext({ locale: "de-DE" })).newPage();
/** The last code was used: the app's next one, which is as good for half a minute before its time. */
const nextCode = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + 30_000 });

test("somebody sets up a second factor, is asked for it in another browser, and gets in with the code", async ({
  page,
  browser,
}) => {
  const email = await newPerson();
  await enterPassword(page, email);
  await settings(page);
  await page.getByRole("button", { name: "Einrichten" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Schlüssel von Hand eingeben").click();
  const secret = (await dialog.locator("details p").innerText()).replaceAll(" ", "");
  await expect(dialog.getByRole("img", { name: "QR-Code" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Code aus der App").fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await dialog.getByRole("button", { name: "Einschalten" }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(10);
  const codes = await dialog.getByRole("listitem").allInnerTexts();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Ich habe die Codes aufbewahrt" }).click();
  await expect(page.getByText("Eingeschaltet", { exact: true })).toBeVisible();
  // The session went on under a new token.
  await page.reload();
  await settings(page);

  const other = await anotherBrowser(browser);
  await enterPassword(other, email);
  await expect(other).toHaveURL(/\/login\/code/);
  await expectAccessible(other);
  await other.goto("/customers");
  await expect(other).toHaveURL(/\/login/);
  await enterPassword(other, email);
  await other.getByLabel("Code aus der App").fill("000000");
  await other.getByRole("button", { name: "Anmelden", exact: true }).click();
  await expect(other.getByText("Dieser Code ist falsch")).toBeVisible();
  await other.getByLabel("Code aus der App").fill(nextCode(secret));
  await other.getByRole("button", { name: "Anmelden", exact: true }).click();
  await settings(other);

  const third = await anotherBrowser(browser);
  await enterPassword(third, email);
  await third.getByRole("button", { name: "Wiederherstellungscode verwenden" }).click();
  await third.getByLabel("Wiederherstellungscode").fill(codes[0] ?? "");
  await third.getByRole("button", { name: "Anmelden", exact: true }).click();
  await settings(third);
  await expect(third.getByText("Es sind noch 9 Wiederherstellungscodes übrig.")).toBeVisible();
});

test("a device that is signed out elsewhere is out at once, and the page there says so by itself", async ({
  page,
  browser,
}) => {
  const email = await newPerson();
  const lost = await anotherBrowser(browser);
  await enterPassword(lost, email);
  await settings(lost);
  await expect(lost.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  await enterPassword(page, email);
  await settings(page);
  const devices = page.getByRole("region", { name: "Ihre Geräte" });
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  await devices
    .getByRole("button", { name: /abmelden$/ })
    .last()
    .click();
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  await expect(lost).toHaveURL(/\/login/);
  await page.reload();
  await settings(page);
});

test("what is sensitive asks again who it is, and then goes on where it was", async ({ page }) => {
  const email = await newPerson();
  await enterPassword(page, email);
  await settings(page);
  await readRows(
    demo,
    `UPDATE portal_sessions SET authenticated_at = now() - interval '1 hour' WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [email],
  );
  await page.getByRole("button", { name: "Einrichten" }).click();
  const proof = page.getByRole("dialog", { name: "Sind Sie es?" });
  await expect(proof).toBeVisible();
  await expectAccessible(page);
  await proof.getByLabel("Passwort", { exact: true }).fill("falsch");
  await proof.getByRole("button", { name: "Bestätigen" }).click();
  await expect(proof.getByText("Das Passwort ist falsch.")).toBeVisible();
  await proof.getByLabel("Passwort", { exact: true }).fill(password);
  await proof.getByRole("button", { name: "Bestätigen" }).click();
  await expect(page.getByRole("dialog", { name: "Zwei-Faktor-Anmeldung einrichten" })).toBeVisible();
  await expect(proof).toBeHidden();
});
