import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { bookThere, expectInThePortal, type FreeTimes, freeTimes, type Guest, newGuest } from "./support/other-side";
import { sandboxOf } from "./support/sandbox";
import { signIn } from "./support/sign-in";
import { visit } from "./support/visit";

const demo = readDemo();
const sandbox = sandboxOf(demo);
const strategies = `${demo.appUrl}/api/v2/calcom/strategies`;
const headers = { authorization: `Bearer ${demo.apiKey}`, "content-type": "application/json" };

async function chooseForTimes(strategy: "manual" | "newest_wins") {
  const body = JSON.stringify({ strategies: { time_mismatch: strategy } });
  const answer = await fetch(strategies, { method: "PUT", headers, body });
  expect(answer.ok, await answer.text()).toBe(true);
}
test.afterAll(() => chooseForTimes("newest_wins"));

interface Moved extends FreeTimes {
  guest: Guest;
}

/** Three guests on three days of the next two weeks. */
async function bookThree(): Promise<Moved[]> {
  const booked: Moved[] = [];
  for (let from = 3; booked.length < 3; ) {
    const times = await freeTimes(demo, { from, until: 14 });
    const guest = newGuest();
    await bookThere(demo, { guest, staffId: times.staffId, at: times.first });
    await expectInThePortal(demo, guest, { at: times.first, status: "confirmed" });
    booked.push({ ...times, guest });
    from = Math.floor((Date.parse(times.first) - Date.now()) / 86_400_000) + 2;
  }
  return booked;
}

const livingOf = async ({ email }: Guest) =>
  (await sandbox.bookings()).filter(({ attendee, status }) => attendee.email === email && status === "accepted");

/** They are moved over there, and no webhook tells of it. */
async function moveUnheard(moved: Moved[]) {
  const fault = await sandbox.addFault({ provider: "calcom", kind: "lost_webhook", path: "BOOKING_RESCHEDULED" });
  for (const { guest, second } of moved) {
    const [booking] = await livingOf(guest);
    await sandbox.moveBooking(booking?.uid ?? "", second);
  }
  await sandbox.removeFault(fault);
}

async function expectOnBothSides({ guest }: Moved, at: string) {
  await expectInThePortal(demo, guest, { at, status: "confirmed" });
  const starts = async () => (await livingOf(guest)).map(({ start }) => Date.parse(start));
  await expect.poll(starts).toEqual([Date.parse(at)]);
}

const cardOf = (page: Page, { guest }: Moved) => page.getByRole("listitem", { name: guest.name });

test("what nobody told us of is found by a comparison, and decided on the screen", async ({ page }) => {
  const moved = await bookThree();
  const [one, two, three] = moved as [Moved, Moved, Moved];
  await chooseForTimes("manual");
  await moveUnheard(moved);
  for (const { guest, first } of moved) await expectInThePortal(demo, guest, { at: first, status: "confirmed" });

  await signIn(page, { path: "/settings/calcom/connection" });
  const started = page.waitForResponse((response) => response.url().includes("calcom.startReconciliation"));
  await page.getByRole("button", { name: "Jetzt abgleichen" }).click();
  expect((await started).ok()).toBe(true);
  await visit(page, "/settings/calcom");
  for (const each of moved) await expect(cardOf(page, each).getByText("Sie entscheiden")).toBeVisible();
  const card = cardOf(page, one);
  await expect(card.getByRole("heading", { name: "Bei Cal.com" })).toBeVisible();
  await expect(card.getByRole("heading", { name: "In AskProAI" })).toBeVisible();
  await expectAccessible(page);

  await card.getByRole("button", { name: "Übernehmen" }).click();
  await expect(card).toBeHidden();
  await expectOnBothSides(one, one.second);

  await cardOf(page, two).getByRole("checkbox").check();
  await cardOf(page, three).getByRole("checkbox").check();
  const bulk = page.getByRole("group", { name: "Mehrere auf einmal entscheiden" });
  await bulk.getByRole("button", { name: "Unseren Stand behalten (2)" }).click();
  await expect(cardOf(page, two)).toBeHidden();
  await expect(cardOf(page, three)).toBeHidden();
  await expectOnBothSides(two, two.first);
  await expectOnBothSides(three, three.first);

  await page.getByRole("combobox", { name: "Anzeigen" }).selectOption({ label: "Entschieden" });
  await expect(cardOf(page, two).getByText("Unser Stand")).toBeVisible();
});

test("all that is there is taken in: how far it is can be seen, also by whoever comes back", async ({ page }) => {
  const slow = await sandbox.addFault({ provider: "calcom", kind: "latency", path: "/bookings", latencyMs: 1200 });
  await signIn(page, { path: "/settings/calcom/connection" });
  const runs = page.getByRole("region", { name: "Abgleich" });
  await runs.getByRole("button", { name: "Alles einlesen" }).click();
  const progress = runs.getByRole("progressbar");
  const percent = async () => Number(await progress.getAttribute("value"));
  await expect.poll(percent).toBeGreaterThan(0);
  const reached = await percent();
  await visit(page, "/");
  await visit(page, "/settings/calcom/connection");
  await expect(progress).toBeVisible();
  expect(await percent()).toBeGreaterThanOrEqual(reached);
  await expectAccessible(page);
  await sandbox.removeFault(slow);
  await expect(progress).toBeHidden({ timeout: 90_000 });
  await expect(runs.getByRole("listitem").first()).toContainText("Fertig");
});
