import { expect, type Locator, type Page, test } from "@playwright/test";
import { addDays } from "@/server/core/time";
import { expectAccessible } from "./support/accessibility";
import { signIn } from "./support/sign-in";

const inDays = (days: number) => addDays(new Date().toISOString().slice(0, 10), days);
const ghost = (page: Page) => page.locator("[data-ghost]");
const answered = async (page: Page) => {
  await expect(ghost(page)).toHaveAttribute("data-ghost", /free|taken|same/);
  return (await ghost(page).getAttribute("data-ghost")) === "free";
};

/** A block's label without how it stands with Cal.com, which follows in its own time. */
const plainOf = (label: string | null) => label?.replace(/, [^,]*Cal\.com.*$/, "") ?? "";

/** Of next week, in which nothing has begun; of one part, for which there is room somewhere. */
async function openNextWeek(page: Page): Promise<Locator> {
  await signIn(page, { role: "receptionist", path: `/calendar?view=week&date=${inDays(8)}` });
  const block = page
    .locator('[data-block][aria-keyshortcuts="M"]')
    .filter({ hasText: /haarschnitt/i })
    .first();
  await expect(block).toBeVisible();
  return block;
}

const times = (count: number, key: string): string[] => Array(count).fill(key);
/** Later that day, the days after, the days before: whoever does it may be off on any of them. */
const WAYS = [
  ...[...times(12, "ArrowDown"), "ArrowRight", ...times(40, "ArrowUp"), "ArrowRight", ...times(40, "ArrowDown")],
  ...[...times(3, "ArrowLeft"), ...times(40, "ArrowUp"), "ArrowLeft", ...times(40, "ArrowDown")],
];

/** Carries what is held until the server says that a place is free. */
async function carryToFree(page: Page) {
  for (const key of WAYS) {
    await page.keyboard.press(key);
    if (await answered(page)) return;
  }
  throw new Error("no place was free");
}

test("an appointment is carried to a free time by keyboard, and taken back", async ({ page }) => {
  const block = await openNextWeek(page);
  const key = await block.getAttribute("data-block");
  const same = page.locator(`[data-block="${key}"]`);
  const before = (await same.getAttribute("aria-label")) ?? "";
  await block.focus();
  await page.keyboard.press("ArrowDown");
  await block.focus();
  await page.keyboard.press("m");
  await expect(page.getByText("aufgenommen. Pfeiltasten")).toBeAttached();
  await carryToFree(page);
  await page.keyboard.press("Enter");
  const undo = page.getByRole("button", { name: "Rückgängig" });
  await expect(undo).toBeVisible();
  await expect(page.getByText("Der Kunde wird nicht benachrichtigt.")).toBeVisible();
  await expect.poll(async () => plainOf(await same.getAttribute("aria-label"))).not.toBe(plainOf(before));
  await undo.click();
  await expect(page.getByText("Wieder wie vorher")).toBeVisible();
  await expect.poll(async () => plainOf(await same.getAttribute("aria-label"))).toBe(plainOf(before));
  await expectAccessible(page);
});

test("a drag shows what the server says, and Escape puts it back", async ({ page }) => {
  const block = await openNextWeek(page);
  await block.scrollIntoViewIfNeeded();
  const label = (await block.getAttribute("aria-label")) ?? "";
  const box = await block.boundingBox();
  if (!box) throw new Error("a block has its place");
  const [x, y] = [box.x + box.width / 2, box.y + 6];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 12);
  await page.mouse.move(x, y + 42);
  await answered(page);
  await page.keyboard.press("Escape");
  await expect(ghost(page)).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(block).toHaveAttribute("aria-label", label);
  await block.click();
  await expect(page.getByRole("dialog")).toBeVisible();
});

/** Where a block is grabbed: not at its lower edge, which stretches it. */
async function gripOf(block: Locator): Promise<{ x: number; y: number }> {
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  if (!box) throw new Error("a block has its place");
  return { x: box.x + box.width / 2, y: box.y + 6 };
}

/** Drags until the server says that a place is free; the quarter of an hour is 24 pixels high. */
async function dragToFree(page: Page, { x, y }: { x: number; y: number }) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let quarter = 1; quarter <= 20; quarter++) {
    for (const at of [y + quarter * 24, y - quarter * 24]) {
      await page.mouse.move(x, at, { steps: 2 });
      if (await answered(page)) return;
    }
  }
  throw new Error("no place was free");
}

/** What the rules have something to say to asks first. */
async function confirmIfAsked(page: Page) {
  const undo = page.getByRole("button", { name: "Rückgängig" });
  const anyway = page.getByRole("button", { name: "Trotzdem verschieben" });
  await expect(undo.or(anyway)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(undo).toBeVisible();
  return undo;
}

test("what a mouse drops is saved, and taken back at a click", async ({ page }) => {
  const block = await openNextWeek(page);
  const key = await block.getAttribute("data-block");
  const same = page.locator(`[data-block="${key}"]`);
  const label = async () => plainOf(await same.getAttribute("aria-label"));
  const before = await label();
  await dragToFree(page, await gripOf(block));
  await page.mouse.up();
  await confirmIfAsked(page);
  await expect.poll(label).not.toBe(before);
  await page.reload();
  await expect(same).toBeVisible();
  const moved = await label();
  expect(moved).not.toBe(before);

  await dragToFree(page, await gripOf(same));
  await page.mouse.up();
  const undo = await confirmIfAsked(page);
  await expect.poll(label).not.toBe(moved);
  await undo.click();
  await expect(page.getByText("Wieder wie vorher")).toBeVisible();
  await expect.poll(label).toBe(moved);
});

test("a person's column books with that person, and months lead to days", async ({ page }) => {
  await signIn(page, { role: "receptionist", path: `/calendar?view=month&date=${inDays(8)}` });
  const day = page.locator(`[data-day="${inDays(8)}"]`);
  await expect(day).toBeVisible();
  await expectAccessible(page);
  await day.click();
  await expect(page).toHaveURL(/view=day|date=/);
  const book = page.getByRole("button", { name: /^Termin bei .* buchen$/ }).first();
  await expect(book).toBeVisible();
  await expectAccessible(page);
  await book.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Im Kalender gewählt:")).toBeVisible();
});

test("a phone gets the day as a list", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, { role: "receptionist", path: `/calendar?view=week&date=${inDays(8)}` });
  const first = page.locator("section ol li button").first();
  await expect(first).toBeVisible();
  await expectAccessible(page);
  await first.click();
  await expect(page.getByRole("dialog")).toBeVisible();
});
