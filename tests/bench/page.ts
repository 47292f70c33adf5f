import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium } from "@playwright/test";
import { CHROMIUM_FLAGS, requireChromium } from "../../scripts/chromium.mjs";
import { userOf } from "../e2e/support/demo";
import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";

const QUIET_MS = 2000;

/** What a browser has to load before the owner can use the dashboard. */
export async function benchPage({ demo }: BenchCopy): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  try {
    const user = userOf(demo, "admin");
    const signedIn = await signIn(await browser.newContext({ baseURL: demo.appUrl }), user);
    const fresh = await browser.newContext({ baseURL: demo.appUrl, storageState: signedIn });
    const bytes = await weighScripts(fresh, "/");
    const value = Math.round(bytes / 102.4) / 10;
    return [{ name: "page.dashboard.firstLoadJsKb", value, unit: "kB gzip", goal: { atMost: 200 } }];
  } finally {
    await browser.close();
  }
}

async function signIn(context: BrowserContext, { email, password }: { email: string; password: string }) {
  const page = await context.newPage();
  await page.goto("/login");
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.pathname === "/");
  const state = await context.storageState();
  await context.close();
  return state;
}

/** The gzip size of every script that a browser without a cache loads, until it has asked for nothing more for a while. */
async function weighScripts(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  const sizes = new Map<string, Promise<number>>();
  let lastAt = performance.now();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    lastAt = performance.now();
    const size = response.body().then((body) => gzipSync(body).length);
    size.catch(() => {}); // a failed page ends the measurement before its sizes are asked for
    sizes.set(response.url(), size);
  });
  const answer = await page.goto(path, { waitUntil: "load" });
  if (!answer?.ok() || new URL(page.url()).pathname !== path)
    throw new Error(`${path} led to ${page.url()}, ${answer?.status()}`);
  while (performance.now() - lastAt < QUIET_MS) await delay(100);
  if (sizes.size === 0) throw new Error(`${path} loaded no script at all`);
  return (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
}
