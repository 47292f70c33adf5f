import { expect, test } from "@playwright/test";
import { readDemo } from "./support/demo";
import { freeTimes } from "./support/other-side";
import { readRows } from "./support/platform";
import { sandboxOf } from "./support/sandbox";
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

test("finds a message by channel and words, and opens it by keyboard", async ({ page, request }) => {
  const body = `Hallo ${customer}`;
  const write = (from: string, to: string) =>
    request.post(`${demo.sandboxUrl}/_/messages/inbound`, { data: { from, to, body } });
  await write("+4915112340000", "+4930123456");
  await write("whatsapp:+4915112340000", "whatsapp:+4930123456");
  await page.goto(`${demo.sandboxUrl}/#inbox`);
  const section = page.locator("#inbox");
  const entries = section.locator(".entry");
  await section.getByLabel("Suchen").fill(body);
  await expect(entries).toHaveCount(2);
  for (const [channel, tag] of [
    ["Chat", "WhatsApp"],
    ["SMS", "SMS"],
  ] as const) {
    await section.getByRole("radio", { name: channel }).check();
    await expect(entries).toHaveCount(1);
    await expect(entries.getByText(tag, { exact: true })).toBeVisible();
  }
  await section.getByRole("radio", { name: "E-Mail" }).check();
  await expect(section.getByText("Nichts gefunden")).toBeVisible();
  await section.getByRole("radio", { name: "Alle" }).check();
  await entries.first().press("Enter");
  await expect(section.locator(".bubble")).toHaveText(body);
});

interface Reachable {
  id: string;
  phone: string;
}

/** Somebody who gets a text when an appointment of theirs is booked; one of the last, as other tests take the first. */
async function bookForSomebody(): Promise<Reachable> {
  const [guest] = await readRows<Reachable>(
    demo,
    `SELECT c.id, min(p.e164) AS phone FROM customers c
       JOIN customer_phones p ON p.company_id = c.company_id AND p.customer_id = c.id
     WHERE c.company_id = $1 AND c.sms_opt_in AND NOT c.do_not_call AND c.deleted_at IS NULL AND p.e164 LIKE '+491%'
       AND NOT EXISTS (SELECT FROM appointments a WHERE a.company_id = c.company_id AND a.customer_id = c.id AND a.starts_at > now())
     GROUP BY c.id HAVING count(*) = 1 ORDER BY c.id DESC LIMIT 1`,
    [demo.companyId],
  );
  const { staffId, first } = await freeTimes(demo, { from: 40, until: 80 });
  const booking = {
    ...{ customer_id: guest?.id, staff_id: staffId, starts_at: first },
    ...{ service_id: Object.values(demo.serviceIds)[0], branch_id: demo.branchIds[0] },
  };
  const headers = { authorization: `Bearer ${demo.apiKey}`, "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(booking) };
  const answer = await fetch(`${demo.appUrl}/api/v2/bookings`, init);
  expect(answer.ok, await answer.text()).toBe(true);
  return { id: guest?.id ?? "", phone: guest?.phone ?? "" };
}

test("answers a text as whoever got it, and the product does what it says", async ({ page }) => {
  const { id, phone } = await bookForSomebody();
  await page.goto(`${demo.sandboxUrl}/#inbox`);
  const section = page.locator("#inbox");
  await section.getByRole("radio", { name: "SMS" }).check();
  await section.getByLabel("Suchen").fill(phone);
  const entries = section.locator(".entry");
  await expect(entries.first()).toContainText("Ihr Termin steht");
  await entries.first().press("Enter");
  const answer = section.getByLabel("Antwort des Kunden");
  await answer.fill("STOP");
  await answer.press("Enter");
  await expect(entries.filter({ hasText: "STOP" })).toContainText("empfangen");
  const agrees = async () => {
    const [row] = await readRows<{ sms_opt_in: boolean }>(demo, "SELECT sms_opt_in FROM customers WHERE id = $1", [id]);
    return row?.sms_opt_in;
  };
  await expect.poll(agrees).toBe(false);
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

for (const [key, provider, kind] of [
  ["calcom", "Cal.com", "Webhook kommt doppelt"],
  ["retell", "Retell", "Webhook kommt spät"],
  ["twilio", "Twilio", "Webhooks vertauscht"],
  ["resend", "Resend", "Webhook geht verloren"],
] as const) {
  test(`lets a share and a number of the webhooks of ${provider} go wrong`, async ({ page }) => {
    const event = `nothing-${customer.replaceAll(" ", "-")}`;
    await page.goto(`${demo.sandboxUrl}/#faults`);
    const section = page.locator("#faults");
    const choose = (field: string, label: string) => section.locator(`select[name=${field}]`).selectOption({ label });
    await choose("provider", provider);
    await choose("kind", kind);
    await section.getByLabel("Nur Ereignisse mit").fill(event);
    await choose("count", "3×");
    await choose("rate", "50 %");
    await section.getByRole("button", { name: "Stören" }).click();
    const row = section.getByRole("listitem").filter({ hasText: event });
    await expect(row).toContainText(`${provider} ${kind}`);
    await expect(row).toContainText("50 %");
    await expect(row).toContainText("0 von 3 getroffen");
    const armed = (await sandboxOf(demo).faults()).filter(({ path }) => path === event);
    expect(armed).toMatchObject([{ provider: key, count: 3, rate: 0.5 }]);
    await row.getByRole("button", { name: /^Entfernen/ }).press("Enter");
    await expect(row).toBeHidden();
  });
}

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
