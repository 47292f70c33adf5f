import { type APIRequestContext, expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { signIn } from "./support/sign-in";

const demo = readDemo();
const unique = () => crypto.randomUUID().slice(0, 6);

async function post(request: APIRequestContext, path: string, data: object) {
  const headers = { authorization: `Bearer ${demo.apiKey}` };
  const answer = await request.post(`${demo.appUrl}/api/v2/${path}`, { headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).data;
}

/** A class of three places and the person who teaches it, of this test's own. */
async function createClass(request: APIRequestContext) {
  const [branchId] = demo.branchIds;
  const name = `Make-up-Kurs ${unique()}`;
  const { service_id } = await post(request, "services", {
    name,
    duration_minutes: 60,
    price_cents: 3500,
    capacity: 3,
  });
  const teacher = `Tina Turnt ${unique()}`;
  await post(request, "staff", { name: teacher, home_branch_id: branchId, service_ids: [service_id] });
  return { name, teacher };
}

/** A Wednesday that lies three weeks ahead. */
function comingWednesday(): string {
  const day = new Date(Date.now() + 21 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

test("a class is planned, booked, moved with whoever is in it, and called off", async ({ page, request }) => {
  const { name, teacher } = await createClass(request);
  const date = comingWednesday();
  await signIn(page, { path: `/classes?week=${date}` });
  await page.getByRole("button", { name: "Kurs planen" }).first().click();
  const plan = page.getByRole("dialog", { name: "Kurs planen" });
  await plan.getByLabel("Kurs", { exact: true }).selectOption({ label: name });
  await plan.getByLabel("Leitung").selectOption({ label: teacher });
  await plan.getByLabel("Datum").fill(date);
  await plan.getByLabel("Uhrzeit").fill("18:00");
  await plan.getByLabel(/^Auch an Feiertagen/).check();
  await expectAccessible(page);
  await plan.getByRole("button", { name: "Planen" }).click();
  await expect(page.getByText("Kurs geplant")).toBeVisible();

  await page.getByRole("button", { name }).click();
  const panel = page.getByRole("dialog", { name });
  await expect(panel.getByText("0 von 3")).toBeVisible();
  await panel.getByRole("button", { name: "Platz buchen" }).click();
  const book = page.getByRole("dialog", { name: "Platz buchen" });
  await book.getByRole("combobox", { name: "Kunde" }).fill("an");
  await book.getByRole("listbox").getByRole("option").first().click();
  await book.getByLabel("Plätze").selectOption("2");
  await expectAccessible(page);
  await book.getByRole("button", { name: "Buchen" }).click();
  await expect(book).toBeHidden();
  await expect(panel.getByText("2 von 3")).toBeVisible();
  await expect(panel.getByText("2 Plätze")).toBeVisible();

  await panel.getByRole("button", { name: "Verschieben", exact: true }).click();
  const move = page.getByRole("dialog", { name: `${name} verschieben` });
  await move.getByLabel("Uhrzeit").fill("19:15");
  await move.getByLabel(/^Auch an Feiertagen/).check();
  await move.getByRole("button", { name: "Verschieben" }).click();
  await expect(move).toBeHidden();
  await expect(panel.getByText("19:15–20:15")).toBeVisible();

  await panel.getByRole("button", { name: "Absagen", exact: true }).click();
  const cancel = page.getByRole("dialog", { name: `${name} absagen?` });
  await cancel.getByRole("textbox", { name: "Grund" }).fill("Zu wenige Anmeldungen");
  await cancel.getByRole("button", { name: "Kurs absagen" }).click();
  await expect(cancel).toBeHidden();
  await expect(panel.getByText("Abgesagt: Zu wenige Anmeldungen")).toBeVisible();
  await expectAccessible(page);
});
