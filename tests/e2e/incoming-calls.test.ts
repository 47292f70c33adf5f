import { expect, type Page, test } from "@playwright/test";
import { type ReachableCaller, reachableCallers } from "./support/bookings";
import { readDemo, userOf } from "./support/demo";
import { sandboxOf } from "./support/sandbox";
import { shownAt } from "./support/shown-at";
import { signIn } from "./support/sign-in";

test("a call that comes in is on the dashboard at once, and what it booked in the feed", async ({ page }) => {
  const demo = readDemo();
  expect(userOf(demo, "admin").companyId).toBe(demo.companyId);
  await signIn(page);
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  await expect(page.getByText("Gerade klingelt nichts.")).toBeVisible();

  const order = { scenario: "book", to_number: demo.phoneNumber, from_number: null, delayMs: 400, wait: false };
  await page.request.post(`${demo.sandboxUrl}/_/calls`, { data: order });
  await expect(page.getByRole("timer")).toBeVisible();
  await expect(page.getByText("Gerade klingelt nichts.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Am Telefon gebucht" }).first()).toContainText("jetzt");
});

/** How long after the answer of the function the open feed shows what the call booked. */
async function showsAfterMs(page: Page, { name, phone }: ReachableCaller): Promise<number> {
  const demo = readDemo();
  const isShown = shownAt(page, { entry: "li", words: [name, "Am Telefon gebucht"] });
  const order = { scenario: "book", from_number: phone, to_number: demo.phoneNumber };
  const { lines, steps } = await sandboxOf(demo).playCall(order);
  const answer = lines.find((line) => line.function === "book-appointment");
  expect(answer, JSON.stringify(steps)).toBeDefined();
  return (await isShown) - Date.parse(answer?.at ?? "");
}

test("what a call booked stands in the dashboard's feed, without a reload", async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Letzte Ereignisse" })).toBeVisible();
  await expect(page.getByRole("listitem").first()).toBeVisible();
  const shown = (await page.getByRole("main").textContent()) ?? "";
  // Who was here today already stands somewhere on the page.
  const callers = (await reachableCallers(readDemo(), 20)).filter(({ name }) => !shown.includes(name)).slice(0, 3);
  expect(callers).toHaveLength(3);
  const took: number[] = [];
  for (const caller of callers) took.push(await showsAfterMs(page, caller));
  console.log(`the open feed showed a booking ${took.join(", ")} ms after the answer`);
});
