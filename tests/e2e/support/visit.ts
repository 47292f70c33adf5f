import type { Page } from "@playwright/test";

/** Opens a page, and answers when it does. */
export async function visit(page: Page, path: string) {
  await page.goto(path);
  await expectTakenOver(page);
}

/** What is clicked before the scripts have taken a page over is lost; React marks what it has. */
export async function expectTakenOver(page: Page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("button")].every((button) =>
      Object.keys(button).some((key) => key.startsWith("__reactProps$")),
    ),
  );
}
