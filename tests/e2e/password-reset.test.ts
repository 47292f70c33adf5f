import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { createPerson, enterPassword, type Person } from "./support/person";
import { sandboxOf } from "./support/sandbox";

const demo = readDemo();
const sandbox = sandboxOf(demo);
const NEW_PASSWORD = "teekanne fjord kupfer";

/** The link in the latest mail to this address, once it has arrived. */
async function linkTo(email: string, page: string, how = 1): Promise<string> {
  const links = async () =>
    (await sandbox.messages())
      .filter((message) => message.to.includes(email))
      .flatMap(({ text }) => [...text.matchAll(new RegExp(`/${page}/[\\w-]{43}`, "g"))].map(([path]) => path));
  await expect.poll(async () => new Set(await links()).size).toBe(how);
  return (await links()).at(-1) ?? "";
}

/** A password manager knows what it is for, and nothing stands in the way of what is pasted. */
async function expectManaged(field: Locator) {
  await expect(field).toHaveAttribute("autocomplete", "new-password");
  const isPasted = await field.evaluate((input) =>
    input.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true })),
  );
  expect(isPasted).toBe(true);
}

const signedIn = (page: Page) => expect(page).toHaveURL(/\/settings\/security$/);
let person: Person;
test.beforeEach(async () => {
  person = await createPerson(demo);
});

async function askForReset(page: Page, email: string) {
  await page.goto("/login");
  await page.getByRole("link", { name: "Passwort vergessen?" }).click();
  await expect(page.getByRole("heading", { name: "Passwort vergessen" })).toBeVisible();
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Link anfordern" }).click();
  await expect(page.getByText(`Wenn es zu ${email} ein Konto gibt, ist die E-Mail unterwegs.`)).toBeVisible();
}

test("somebody who forgot their password sets a new one by mail; every device is out, and the old one opens nothing", async ({
  page,
  browser,
}) => {
  const elsewhere = await (await browser.newContext({ locale: "de-DE" })).newPage();
  await enterPassword(elsewhere, person);
  await signedIn(elsewhere);

  await askForReset(page, person.email);
  const link = await linkTo(person.email, "reset-password");
  // A mail scanner opens the page as well, more than once.
  for (let scans = 0; scans < 2; scans++) expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  const field = page.getByLabel("Neues Passwort");
  await expectManaged(field);
  await field.fill("Passwort1234");
  await expect(page.getByText("Sehr leicht zu erraten")).toBeVisible();
  await page.getByRole("button", { name: "Passwort speichern" }).click();
  await expect(page.getByText("Dieses Passwort lässt sich zu leicht erraten.")).toBeVisible();
  await field.fill(NEW_PASSWORD);
  await expect(page.getByText("Sehr gut")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Passwort speichern" }).click();
  await expect(page.getByText("Ihr neues Passwort gilt.")).toBeVisible();

  await elsewhere.goto("/settings/security");
  await expect(elsewhere).toHaveURL(/\/login/);
  await enterPassword(page, person);
  await expect(page.getByText("E-Mail-Adresse oder Passwort stimmt nicht.")).toBeVisible();
  await enterPassword(page, { ...person, password: NEW_PASSWORD });
  await signedIn(page);
  await page.goto(link);
  await expect(page.getByText("Dieser Link gilt nicht mehr.")).toBeVisible();
  await expectAccessible(page);
});

test("an address that nobody has is answered alike, and gets nothing", async ({ page }) => {
  const nobody = `${crypto.randomUUID()}@example.com`;
  await askForReset(page, nobody);
  await askForReset(page, person.email);
  await linkTo(person.email, "reset-password");
  expect((await sandbox.messages()).filter(({ to }) => to.includes(nobody))).toEqual([]);
});

test("somebody signs in by a link from a mail, by a click and once, and works without script", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-DE", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByRole("link", { name: "Link per E-Mail" }).click();
  await page.getByLabel("E-Mail-Adresse").fill(person.email);
  await page.getByRole("button", { name: "Link anfordern" }).click();
  await expect(page.getByText("ist die E-Mail unterwegs")).toBeVisible();
  const link = await linkTo(person.email, "magic-link");
  await page.request.get(link);
  await page.goto(link);
  await expect(page.getByText(`Sie melden sich als ${person.email} an.`)).toBeVisible();
  await page.getByRole("button", { name: "Jetzt anmelden" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto(link);
  await expect(page.getByText("Dieser Link gilt nicht mehr.")).toBeVisible();
  await context.close();
});

test("somebody changes their address; it counts once the link to the new one was clicked", async ({ page }) => {
  const newEmail = `neu-${person.email}`;
  await enterPassword(page, person);
  await signedIn(page);
  await page.getByRole("button", { name: "Adresse ändern" }).click();
  await page.getByLabel("Neue Adresse").fill(newEmail);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Link senden" }).click();
  await expect(page.getByText(`Wartet auf Bestätigung: ${newEmail}`)).toBeVisible();
  await page.goto(await linkTo(newEmail, "verify-email"));
  await page.getByRole("button", { name: "Ja, Adresse bestätigen" }).click();
  await expect(page.getByText("Danke, Ihre Adresse ist bestätigt.")).toBeVisible();
  await expectAccessible(page);
  await page.context().clearCookies();
  await enterPassword(page, { ...person, email: newEmail });
  await signedIn(page);
  await expect(page.getByText(newEmail)).toBeVisible();
  await expect(page.getByText("Bestätigt", { exact: true })).toBeVisible();
});
