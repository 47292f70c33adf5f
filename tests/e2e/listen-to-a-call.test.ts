import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { sandboxOf } from "./support/sandbox";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

/** Nobody else of the demo rings from there. */
const FROM = "+4930231259871";
const SCRIPT = [
  { agent: "Guten Tag, darf ich das Gespräch aufzeichnen, und was kann ich für Sie tun?" },
  { user: "Ja, gern. Haben Sie am Samstag geöffnet, und wo kann man bei Ihnen parken?" },
  { agent: "Am Samstag sind wir von neun bis vierzehn Uhr für Sie da, geparkt wird im Hof." },
  { user: "Wunderbar, vielen Dank." },
];

test("a recording is heard in step with its words, by mouse and by keyboard, also on a phone", async ({ page }) => {
  const order = { from_number: FROM, script: SCRIPT, values: { recording_consent: "audio" } };
  await sandboxOf(readDemo()).playCall(order);
  await signIn(page, { path: `/calls?search=${encodeURIComponent(FROM)}` });
  await page.locator("[data-row-opener]").first().click();
  await expect(page).toHaveURL(/open=/);
  await visit(page, `/calls/${new URL(page.url()).searchParams.get("open")}`);

  const player = page.getByRole("region", { name: "Aufnahme" });
  const position = player.getByRole("slider", { name: "Stelle in der Aufnahme" });
  const words = page.getByRole("list", { name: "Gespräch mit Zeitmarken" });
  const heard = words.locator("[aria-current=true]");
  await expect(position).not.toHaveAttribute("max", "1");
  await expect(heard).toHaveCount(0);

  const [, , third] = SCRIPT;
  await words.getByRole("button", { name: third?.agent }).click();
  await expect(heard).toHaveText(third?.agent ?? "");
  await expect(position).not.toHaveValue("0");
  await player.getByRole("button", { name: "Anhalten" }).click();
  await expect(player.getByRole("button", { name: "Abspielen" })).toBeVisible();

  await position.focus();
  await page.keyboard.press("Home");
  await expect(position).toHaveValue("0");
  await expect(position).toHaveAttribute("aria-valuetext", /^0:00 von 0:/);
  await words.getByRole("button", { name: SCRIPT[1]?.user }).focus();
  await page.keyboard.press("Enter");
  await expect(heard).toHaveText(SCRIPT[1]?.user ?? "");
  await player.getByRole("combobox", { name: "Tempo" }).selectOption("1,5×");
  expect(await page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.playbackRate)).toBe(1.5);
  expect(await page.locator("audio").getAttribute("src")).toMatch(/^\/api\/calls\//);
  await player.getByRole("button", { name: "Anhalten" }).click();

  await page.setViewportSize({ width: 390, height: 844 });
  await words.scrollIntoViewIfNeeded();
  await expect(player).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

test("a field leads to the words that it was taken from, also where there is no recording", async ({ page }) => {
  await signIn(page, { path: "/calls?outcome=booked" });
  await page.locator("[data-row-opener]").first().click();
  const panel = page.getByRole("dialog");
  const field = panel.locator("button[aria-pressed=false]").first();
  const value = await field.innerText();
  await field.click();
  await expect(panel.locator("mark").first()).toBeInViewport();
  await expect(panel.locator("button[aria-pressed=true]")).toHaveText(value);
  await panel.locator("button[aria-pressed=true]").click();
  await expect(panel.locator("mark")).toHaveCount(0);
});

test("a recording that is gone says so, and one that can't be reached offers another try", async ({ page }) => {
  const order = { from_number: "+4930231259872", script: SCRIPT, values: { recording_consent: "audio" } };
  await sandboxOf(readDemo()).playCall(order);
  let status = 404;
  await page.route("**/api/calls/*/recording", (route) => route.fulfill({ status, json: {} }));
  await signIn(page, { path: `/calls?search=${encodeURIComponent(order.from_number)}` });
  const row = page.locator("[data-row-opener]").first();
  await row.click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Die Aufnahme ist nicht mehr da.")).toBeVisible();
  await expect(panel.getByRole("button", { name: SCRIPT[0]?.agent })).toHaveCount(0);
  status = 503;
  await page.reload();
  await expect(panel.getByText("Die Aufnahme ist gerade nicht zu erreichen.")).toBeVisible();
  await page.unroute("**/api/calls/*/recording");
  await panel.getByRole("button", { name: "Noch einmal" }).click();
  await expect(panel.getByRole("region", { name: "Aufnahme" })).toBeVisible();
  await panel.getByRole("button", { name: SCRIPT[0]?.agent }).click();
  await expect(panel.locator("[aria-current=true]")).toHaveText(SCRIPT[0]?.agent ?? "");
});
