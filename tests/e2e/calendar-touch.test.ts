import { type CDPSession, expect, type Locator, type Page, test } from "@playwright/test";
import { addDays } from "@/server/core/time";
import { signIn } from "./support/sign-in";

// A tablet, as it lies on a counter.
test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });

const nextWeek = () => addDays(new Date().toISOString().slice(0, 10), 8);
const ghost = (page: Page) => page.locator("[data-ghost]");
const plainOf = (label: string | null) => label?.replace(/, [^,]*Cal\.com.*$/, "") ?? "";

/** A finger of the browser itself: it pans and cancels as a real one does. */
class Finger {
  constructor(private readonly session: CDPSession) {}
  private send(type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) {
    return this.session.send("Input.dispatchTouchEvent", { type, touchPoints });
  }
  press = (x: number, y: number) => this.send("touchStart", [{ x, y }]);
  move = (x: number, y: number) => this.send("touchMove", [{ x, y }]);
  lift = () => this.send("touchEnd", []);
}

async function openWeek(page: Page): Promise<{ block: Locator; x: number; y: number; finger: Finger }> {
  await signIn(page, { role: "receptionist", path: `/calendar?view=week&date=${nextWeek()}` });
  const first = page
    .locator('[data-block][aria-keyshortcuts="M"]')
    .filter({ hasText: /haarschnitt/i })
    .first();
  await expect(first).toBeVisible();
  const block = page.locator(`[data-block="${await first.getAttribute("data-block")}"]`);
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  if (!box) throw new Error("a block has its place");
  const finger = new Finger(await page.context().newCDPSession(page));
  return { block, x: box.x + box.width / 2, y: box.y + 6, finger };
}

async function carryToFree(page: Page, { x, y, finger }: { x: number; y: number; finger: Finger }) {
  for (let quarter = 1; quarter <= 16; quarter++) {
    for (const at of [y + quarter * 24, y - quarter * 24]) {
      if (at < 200 || at > 740) continue;
      await finger.move(x, at);
      await expect(ghost(page)).toHaveAttribute("data-ghost", /free|taken|same/);
      if ((await ghost(page).getAttribute("data-ghost")) === "free") return;
    }
  }
  throw new Error("no place was free");
}

/** Whether what it scrolls with has not come to its end: from the end it only goes back. */
const hasMoreBelow = (block: Locator): Promise<boolean> =>
  block.evaluate((element) => {
    const scrolls = (one: Element) =>
      /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight;
    let one: Element | null = element.parentElement;
    while (one && !scrolls(one)) one = one.parentElement;
    const { scrollTop, clientHeight, scrollHeight } = one ?? document.documentElement;
    return scrollTop + clientHeight < scrollHeight - 100;
  });

test("a finger that rests on an appointment picks it up and drops it where it is free", async ({ page }) => {
  const { block, x, y, finger } = await openWeek(page);
  const label = async () => plainOf(await block.getAttribute("aria-label"));
  const before = await label();
  await finger.press(x, y);
  await expect(ghost(page)).toBeVisible();
  await carryToFree(page, { x, y, finger });
  await finger.lift();
  const undo = page.getByRole("button", { name: "Rückgängig" });
  const anyway = page.getByRole("button", { name: "Trotzdem verschieben" });
  await expect(undo.or(anyway)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect.poll(label).not.toBe(before);
  await undo.click();
  await expect.poll(label).toBe(before);
});

test("a finger that wipes over an appointment scrolls and moves nothing", async ({ page }) => {
  const { block, x, y, finger } = await openWeek(page);
  const before = (await block.boundingBox())?.y ?? 0;
  const direction = (await hasMoreBelow(block)) ? -1 : 1;
  await finger.press(x, y);
  for (let step = 1; step <= 10; step++) await finger.move(x, y + direction * step * 8);
  await finger.lift();
  await expect(ghost(page)).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // It went along with the page, and its time stayed.
  await expect.poll(async () => (await block.boundingBox())?.y).not.toBe(before);
});
