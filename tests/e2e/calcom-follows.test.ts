import { test } from "@playwright/test";
import { readDemo } from "./support/demo";
import { bookThere, expectInThePortal, freeTimes, newGuest } from "./support/other-side";

const demo = readDemo();
const guest = newGuest();

const wallTime = (instant: string) =>
  new Date(instant).toLocaleString("sv-SE", { timeZone: demo.timezone }).slice(0, 16).replace(" ", "T");

test("what is booked, moved and cancelled on the other side's page is the same here", async ({ page }) => {
  const { staffId, first, second } = await freeTimes(demo, { from: 14 + Math.floor(Math.random() * 14), until: 60 });
  await bookThere(demo, { guest, staffId, at: first });
  await expectInThePortal(demo, guest, { at: first, status: "confirmed" });

  await page.goto(`${demo.sandboxUrl}/#calendar`);
  const section = page.locator("#calendar");
  await section.getByLabel("Suchen").fill(guest.name);
  await section.locator(".entry").filter({ hasText: guest.name }).click();
  await section.getByLabel("Neuer Beginn").fill(wallTime(second));
  await section.getByRole("button", { name: "Verschieben" }).click();
  await expectInThePortal(demo, guest, { at: second, status: "confirmed" });

  await section.getByRole("button", { name: "Absagen" }).click();
  await expectInThePortal(demo, guest, { at: second, status: "cancelled" });
});
