import type { Page } from "@playwright/test";

/** When the page first showed an entry with these words, by the browser's clock, looking at every frame. */
export async function shownAt(page: Page, { entry, words }: { entry: string; words: string[] }): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(wanted.entry)].some((one) =>
        wanted.words.every((word) => one.textContent?.includes(word)),
      ) && Date.now(),
    { entry, words },
    { polling: "raf" },
  );
  return Number(await handle.jsonValue());
}
