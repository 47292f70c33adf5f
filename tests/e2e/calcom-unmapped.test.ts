import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { newGuest } from "./support/other-side";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

const demo = readDemo();
const guest = newGuest();
/** Above all event types of the demo, and another one at each run. */
const EVENT_TYPE = 1_000_000 + (Math.floor(Date.now() / 1000) % 1_000_000_000);
const HALF_A_YEAR_MS = 180 * 86_400_000;

async function steer(path: string, body: object) {
  const answer = await fetch(`${demo.sandboxUrl}/_${path}`, { method: "POST", body: JSON.stringify(body) });
  const text = await answer.text();
  expect(answer.ok, text).toBe(true);
}

/** Somebody makes an event type over there of which we know nothing, and it is booked on the web. */
async function bookUnmapped() {
  const slug = `fremd-${EVENT_TYPE}`;
  const type = { id: EVENT_TYPE, title: "Brautfrisur", slug, lengthInMinutes: 45, ownerId: 501 };
  await steer("/calcom/seed", { eventTypes: [type] });
  const start = new Date(Math.floor((Date.now() + HALF_A_YEAR_MS) / 900_000) * 900_000);
  start.setUTCHours(10);
  const attendee = { ...guest, timeZone: demo.timezone, language: "de" };
  await steer("/bookings", { eventTypeId: EVENT_TYPE, start: start.toISOString(), attendee });
}

test("a booking of what nobody has mapped waits with its reason, and leads to where it is mapped", async ({ page }) => {
  await bookUnmapped();
  await signIn(page, { path: "/settings/calcom" });
  const card = page.getByRole("listitem", { name: guest.name });
  await expect(card.getByText("Leistung unbekannt")).toBeVisible();
  await card.getByRole("button", { name: /^Übernehmen/ }).click();
  const refusal = "Dieser Terminart von Cal.com ist hier keine Leistung zugeordnet.";
  await expect(card.getByText(refusal, { exact: true })).toBeVisible();
  await expectAccessible(page);

  await card.getByRole("link", { name: /^Zuordnen/ }).press("Enter");
  await expect(page).toHaveURL(/\/settings\/calcom\/connection/);
  const services = page.getByRole("region", { name: "Leistungen zuordnen" });
  await expect(services.getByRole("option", { name: "Brautfrisur, 45 Min." }).first()).toBeAttached();

  await visit(page, "/settings/calcom");
  await card.getByRole("button", { name: /^Ignorieren/ }).click();
  await expect(card).toBeHidden();
});
