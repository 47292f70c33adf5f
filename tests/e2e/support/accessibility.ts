import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const THEMES = ["dark", "light"] as const;

/** Nothing on the page, as it stands, that axe knows to be wrong, whether it is dark or light. */
export async function expectAccessible(page: Page) {
  // A page behind another one is painted rarely, and its colours take their time.
  await page.bringToFront();
  // A page that was reached by a click gets its title a moment after its content.
  await expect(page).toHaveTitle(/\S/);
  const found: string[] = [];
  for (const theme of THEMES) {
    await wear(page, theme);
    // Between dark and light only the colours differ.
    const only = theme === "dark" ? { rules: ["color-contrast"] } : { tags: WCAG_22_AA };
    for (const { id, nodes } of await violationsOf(page, only))
      found.push(`${theme} ${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }
  expect(found).toEqual([]);
}

/**
 * In the page itself, with axe brought along once for each document. The other way collects every finding, also what is
 * right, and adds it up in a second page: that is for frames of strangers, which no page of ours has.
 */
async function violationsOf(page: Page, only: { rules?: string[]; tags?: string[] }) {
  const hasAxe = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder(hasAxe ? { page, axeSource: "void 0" } : { page });
  axe.setLegacyMode().options({ resultTypes: ["violations"] });
  if (only.rules) axe.withRules(only.rules);
  if (only.tags) axe.withTags(only.tags);
  return (await axe.analyze()).violations;
}

/**
 * As the app's own switch does it in another tab: an open dialog keeps the button in this one out of reach. A page that
 * is not awake yet hears nothing, so it is told until it has heard.
 */
async function wear(page: Page, theme: (typeof THEMES)[number]) {
  await page.emulateMedia({ colorScheme: theme });
  const worn = () =>
    page.evaluate((newValue) => {
      localStorage.setItem("theme", newValue);
      window.dispatchEvent(new StorageEvent("storage", { key: "theme", newValue, storageArea: localStorage }));
      return /\b(dark|light)\b/.exec(document.documentElement.className)?.[0] ?? newValue;
    }, theme);
  await expect.poll(worn).toBe(theme);
  // Colours on their way from one theme to the other are nobody's colours.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .filter((animation) => animation instanceof CSSTransition)
      .every(({ playState }) => playState !== "running"),
  );
}
