import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { sandboxOf } from "./support/sandbox";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

const demo = readDemo();
const sandbox = sandboxOf(demo);
const PASSWORD = "Sieben flinke Otter baden";

const unique = () => crypto.randomUUID().slice(0, 8);
const anotherBrowser = async (browser: Browser) => (await browser.newContext({ locale: "de-DE" })).newPage();
const menu = (page: Page) => page.getByRole("navigation").getByRole("link");

/** Where the link of the newest mail to an address leads. */
async function invitationOf(email: string): Promise<string> {
  let path = "";
  await expect(async () => {
    const mail = (await sandbox.messages()).filter(({ to }) => to === email).at(-1);
    path = mail?.text.match(/\/invitation\/[\w-]+/)?.[0] ?? "";
    expect(path).not.toBe("");
  }).toPass();
  return path;
}

/** A role that may see customers and nothing else. */
async function createRole(page: Page, name: string) {
  await visit(page, "/settings/roles/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("searchbox", { name: "Recht suchen" }).fill("Kunden");
  await expect(page.getByRole("group", { name: "Warteliste", exact: true })).toBeHidden();
  await page.getByRole("group", { name: "Kunden", exact: true }).getByLabel("ansehen").check();
  await expect(page.getByText("ein Recht dazu")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("link", { name: `${name} bearbeiten` })).toBeVisible();
}

async function invite(page: Page, { email, role }: { email: string; role: string }) {
  await visit(page, "/settings/team");
  await page.getByRole("button", { name: "Einladen" }).click();
  const dialog = page.getByRole("dialog", { name: "Jemanden einladen" });
  await dialog.getByLabel("E-Mail-Adresse").fill(email);
  await dialog.getByLabel("Rolle").selectOption({ label: role });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Einladung senden" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Offene Einladungen" }).getByText(email)).toBeVisible();
}

test("an owner invites somebody under a role of their own, who sees what it allows, as long as they belong", async ({
  page,
  browser,
}) => {
  const [role, email] = [`Kasse ${unique()}`, `nora-${unique()}@example.com`];
  await signIn(page, { path: "/settings/roles" });
  await createRole(page, role);
  await invite(page, { email, role });

  const nora = await anotherBrowser(browser);
  await nora.goto(await invitationOf(email));
  await expect(nora.getByRole("heading", { name: "Willkommen bei Salon Lindner" })).toBeVisible();
  await expect(nora.getByText(`Ihre Rolle: ${role}.`)).toBeVisible();
  await nora.getByLabel("Ihr Name").fill("Nora Neu");
  await nora.getByLabel("Passwort", { exact: true }).fill("passwort1234");
  await nora.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(nora.locator("#invitation-fault")).toBeVisible();
  await expectAccessible(nora);
  await nora.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await nora.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(menu(nora).filter({ hasText: "Kunden" })).toBeVisible();

  for (const hidden of ["Termine", "Anrufe"]) await expect(menu(nora).filter({ hasText: hidden })).toHaveCount(0);
  await visit(nora, "/customers");
  await expect(nora.getByRole("row").nth(3)).toBeVisible();
  await expect(nora.getByRole("button", { name: /Neuer Kunde|Kunde anlegen/ })).toHaveCount(0);
  const input = encodeURIComponent(JSON.stringify({ json: {} }));
  expect((await nora.request.get(`/api/trpc/calls.list?input=${input}`)).status()).toBe(403);
  expect((await nora.request.get(`/api/trpc/team.list`)).status()).toBe(403);
  await visit(nora, "/settings/team");
  await expect(nora.getByRole("heading", { name: "Team" })).toHaveCount(0);
  await visit(nora, "/customers");
  await expect(nora.getByRole("status").filter({ hasText: "Live" })).toBeVisible();

  await visit(page, "/settings/roles");
  await page.getByRole("link", { name: `${role} bearbeiten` }).click();
  await page.getByRole("group", { name: "Anrufe", exact: true }).getByLabel("ansehen").check();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(menu(nora).filter({ hasText: "Anrufe" })).toBeVisible();

  await visit(page, "/settings/team");
  await page.getByText("Nora Neu").click();
  await page.getByRole("button", { name: "Entfernen" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Entfernen" }).click();
  await expect(page.getByText("Nora Neu", { exact: true })).toHaveCount(0);
  await expect(nora).toHaveURL(/\/login/);

  await visit(page, "/settings/roles");
  await page.getByRole("button", { name: `${role} löschen` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Löschen" }).click();
  await expect(page.getByText(role)).toHaveCount(0);
});

test("a link that was taken back opens nothing", async ({ page, browser }) => {
  const email = `nora-${unique()}@example.com`;
  await signIn(page, { path: "/settings/team" });
  await invite(page, { email, role: "Empfang" });
  const link = await invitationOf(email);
  await page.getByRole("button", { name: `Einladung an ${email} zurückziehen` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Zurückziehen" }).click();
  await expect(page.getByText(email)).toHaveCount(0);
  const nora = await anotherBrowser(browser);
  await nora.goto(link);
  await expect(nora.getByText("Diese Einladung gilt nicht mehr.")).toBeVisible();
});
