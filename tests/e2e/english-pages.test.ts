import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { leftInGerman, textsOn } from "./support/left-in-german";
import { createPerson } from "./support/person";
import { readRows } from "./support/platform";
import { visit } from "./support/visit";

test.use({ locale: "en-GB" });

const demo = readDemo();

/** What the owner sees every day, and then what the business is made of. */
const MAIN = ["/", "/today", "/calendar", "/appointments", "/customers", "/calls", "/messages"];
const OTHERS = ["/classes", "/services", "/resources"];

/** An owner of their own, who has chosen no language: it is that of the browser. */
async function signInInEnglish(page: Page) {
  const { email, password } = await createPerson(demo, "Olivia Owner");
  await readRows(
    demo,
    `UPDATE memberships SET role_id = (SELECT id FROM roles WHERE key = 'admin' AND company_id IS NULL)
     WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [email],
  );
  await page.goto("/login?next=%2F");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** Also what a page loads only when somebody gets to it. */
async function waitForAll(page: Page) {
  const skeletons = page.locator(".animate-pulse");
  await expect(async () => {
    if ((await skeletons.count()) > 0) await skeletons.first().scrollIntoViewIfNeeded({ timeout: 1000 });
    await expect(skeletons).toHaveCount(0, { timeout: 1000 });
  }).toPass();
}

/** What the business calls its things, in its own language. */
async function ownWords(): Promise<Set<string>> {
  const rows = await readRows<{ word: string }>(
    demo,
    `SELECT name AS word FROM services WHERE company_id = $1 UNION SELECT category FROM services WHERE company_id = $1
     UNION SELECT name FROM resources WHERE company_id = $1`,
    [demo.companyId],
  );
  return new Set(rows.map(({ word }) => word));
}

async function wordsLeftOn(page: Page, path: string, own: ReadonlySet<string>): Promise<string[]> {
  await visit(page, path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await waitForAll(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  return leftInGerman((await textsOn(page)).filter((text) => !own.has(text))).map((word) => `${path}: ${word}`);
}

/** The latest call with a conversation, its customer, and an appointment: pages about one thing. */
async function detailPages(): Promise<string[]> {
  const [call] = await readRows<{ id: string; customer_id: string }>(
    demo,
    `SELECT id, customer_id FROM calls WHERE company_id = $1 AND customer_id IS NOT NULL AND transcript IS NOT NULL
       AND outcome = 'booked' AND deleted_at IS NULL ORDER BY started_at LIMIT 1`,
    [demo.companyId],
  );
  const [appointment] = await readRows<{ id: string }>(
    demo,
    "SELECT id FROM appointments WHERE company_id = $1 AND status = 'completed' ORDER BY starts_at LIMIT 1",
    [demo.companyId],
  );
  return [`/calls/${call?.id}`, `/customers/${call?.customer_id}`, `/appointments/${appointment?.id}`];
}

test("the owner's pages are English to the last word", async ({ page }) => {
  await signInInEnglish(page);
  const own = await ownWords();
  for (const path of [...MAIN, ...(await detailPages())]) {
    expect.soft(await wordsLeftOn(page, path, own)).toEqual([]);
    await expectAccessible(page);
  }
  for (const path of OTHERS) expect.soft(await wordsLeftOn(page, path, own)).toEqual([]);
});

test("times of a day are said by a clock of twelve hours", async ({ page }) => {
  await signInInEnglish(page);
  for (const path of ["/working-hours", "/settings/scheduling", "/calendar?view=week", "/today"]) {
    await visit(page, path);
    await waitForAll(page);
    const texts = await textsOn(page);
    expect.soft(texts.filter((text) => /\b(0\d|1[3-9]|2[0-3]):[0-5]\d\b/.test(text))).toEqual([]);
  }
  await visit(page, "/working-hours");
  await expect(page.getByText(/9:00\sAM–7:00\sPM/).first()).toBeVisible();
});

test("a German word on an English page would be found", () => {
  const texts = ["Neuer Kunde", "12 Termine", "Every customer", "Julia Berg"];
  expect(leftInGerman(texts).map((found) => found.split(" (")[0])).toEqual(["Neuer Kunde", "12 Termine"]);
});
