import { expect, test } from "@playwright/test";
import { readDemo } from "./support/demo";
import { signIn } from "./support/sign-in";

const demo = readDemo();

/** A name that only this run uses, so that other tests' bookings are in nobody's way. */
const customer = `Test ${Date.now().toString(36)}`;

/** Far ahead, where nobody else books, and on a day on which the business works. */
function someWednesday(): string {
  const day = new Date(Date.now() + (300 + Math.floor(Math.random() * 200)) * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

test("books, moves and cancels on the other side, by keyboard", async ({ page }) => {
  await page.goto(`${demo.sandboxUrl}/#calendar`);
  const section = page.locator("#calendar");
  await section.getByRole("button", { name: "Neue Buchung" }).press("Enter");
  await section.getByLabel("Kunde").fill(customer);
  const date = someWednesday();
  await section.getByLabel("Beginn").fill(`${date}T10:00`);
  await section.getByLabel("Beginn").press("Enter");
  await expect(section.getByRole("heading", { name: customer })).toBeVisible();
  await section.getByLabel("Suchen").fill(customer);
  await expect(section.locator(".entry")).toHaveCount(1);
  await section.getByLabel("Neuer Beginn").fill(`${date}T12:00`);
  await section.getByRole("button", { name: "Verschieben" }).press("Enter");
  await expect(section.locator(".entry .when")).toContainText("12:00");
  await section.getByRole("button", { name: "Absagen" }).press("Enter");
  await expect(section.getByRole("button", { name: "Absagen" })).toBeHidden();
  await section.getByLabel("Abgesagte zeigen").check();
  await expect(section.locator(".entry")).toHaveCount(2);
});

test("finds a message, opens it by keyboard and answers a text", async ({ page, request }) => {
  const body = `Hallo ${customer}`;
  await request.post(`${demo.sandboxUrl}/_/messages/inbound`, {
    data: { from: "+4915112340000", to: "+4930123456", body },
  });
  await page.goto(`${demo.sandboxUrl}/#inbox`);
  const section = page.locator("#inbox");
  await section.getByLabel("Suchen").fill(body);
  await expect(section.locator(".entry")).toHaveCount(1);
  await section.locator(".entry").press("Enter");
  await expect(section.locator(".bubble")).toHaveText(body);
  await section.getByLabel("Suchen").fill("gibt es gewiss nicht");
  await expect(section.getByText("Nichts gefunden")).toBeVisible();
});

test("arms a fault for one address and takes it away again", async ({ page }) => {
  await page.goto(`${demo.sandboxUrl}/#faults`);
  const section = page.locator("#faults");
  const path = `/nowhere/${customer.replaceAll(" ", "-")}`;
  await section.getByLabel("Nur Adressen mit").fill(path);
  await section.getByRole("button", { name: "Stören" }).click();
  const row = section.getByRole("listitem").filter({ hasText: path });
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: /^Entfernen/ }).press("Enter");
  await expect(row).toBeHidden();
});

test("calls by the sandbox's telephone: the call rings in the open portal, and stays in its list", async ({
  page,
  context,
}) => {
  await signIn(page, { path: "/calls" });
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  const number = `+4930231252${String(Date.now() % 100).padStart(2, "0")}`;

  const telephone = await context.newPage();
  await telephone.goto(`${demo.sandboxUrl}/#telephone`);
  const section = telephone.locator("#telephone");
  await section.getByRole("radio", { name: "Auskunft" }).check();
  await section.getByLabel("Anrufer").fill(number);
  await section.getByRole("button", { name: "Anrufen" }).click();
  await expect(section.getByRole("log")).toContainText(/\S/);

  const row = page
    .getByRole("row")
    .filter({ hasText: number.slice(-5) })
    .first();
  await expect(row).toBeVisible();
  await expect(row).toContainText("Auskunft", { timeout: 30_000 });
});
