import { readdirSync } from "node:fs";
import { relative, sep } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { readDemo, userOf } from "./support/demo";
import { enterPassword } from "./support/person";
import { signIn } from "./support/sign-in";

/** Every page without a parameter in its address, as the folders of `app` have them. */
function addressesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) => name === "page.tsx");
  return files
    .map(({ parentPath }) => relative("app", parentPath).split(sep))
    .filter((parts) => !parts.some((part) => part.startsWith("[")))
    .map((parts) => `/${parts.filter((part) => part && !part.startsWith("(")).join("/")}`)
    .sort();
}

/** What the browser refused on this page's behalf, from now on. */
async function watchPolicy(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction("refusedByPolicy", (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      const tell = Reflect.get(window, "refusedByPolicy") as (what: string) => void;
      tell(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile ?? ""}`);
    });
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  return refused;
}

/** The page as it stands once its scripts run: they are what a policy that is too strict would stop. */
async function visit(page: Page, path: string) {
  const response = await page.goto(path);
  expect(response?.headers()["content-security-policy"] ?? "", path).toMatch(
    /script-src 'self' 'nonce-[^']+' 'strict-dynamic'/,
  );
  await expect(page.locator("main").first(), path).toBeVisible();
  await page.waitForLoadState("load");
}

test("every page runs under its content security policy", async ({ page, context }) => {
  const refused = await watchPolicy(page);
  for (const path of addressesOf("app/(auth)")) await visit(page, path);
  for (const path of ["/no/such/page", "/c/no-such-token"]) await page.goto(path);
  await signIn(page);
  for (const path of [...addressesOf("app/(portal)"), "/no/such/page"]) await visit(page, path);
  if (addressesOf("app").includes("/docs/api")) await page.goto("/docs/api");
  expect(refused).toEqual([]);
  if (readDemo().users.some(({ role }) => role === "super_admin")) {
    await context.clearCookies();
    await signIn(page, { role: "super_admin", path: "/admin" });
    for (const path of addressesOf("app").filter((address) => address.startsWith("/admin"))) await visit(page, path);
  }
  expect(refused).toEqual([]);
});

test("menus, dialogs and themes write their styles under it", async ({ page }) => {
  const refused = await watchPolicy(page);
  await signIn(page);
  await page.getByRole("button", { name: "Benutzermenü" }).click();
  await page.getByRole("menuitemradio", { name: "Dunkel" }).click();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.goto("/appointments");
  await page.getByRole("button", { name: "Neuer Termin" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  const written = await page.evaluate(() => {
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
    return [...document.querySelectorAll("style")].map((style) => ({
      own: style.nonce === nonce,
      isApplied: style.sheet !== null,
    }));
  });
  expect(written.filter(({ own }) => own)).not.toEqual([]);
  expect(written.filter(({ own, isApplied }) => own && !isApplied)).toEqual([]);
  expect(refused).toEqual([]);
});

test("an injected script does not run", async ({ page }) => {
  const refused = await watchPolicy(page);
  await page.goto("/login");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="/no-image" onerror="document.title = `injected`">');
    const script = document.createElement("div");
    script.innerHTML = '<a href="javascript:document.title=\'injected\'" id="bad">x</a>';
    document.body.append(script);
  });
  await page.locator("#bad").click();
  await expect.poll(() => refused.length).toBeGreaterThanOrEqual(2);
  expect(await page.title()).not.toBe("injected");
});

const SAFE = {
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "strict-origin-when-cross-origin",
};

test("answers are for the browser that asked, and headers have an end", async ({ page, request }) => {
  const login = await request.get("/login");
  expect(login.headers()).toMatchObject({
    ...SAFE,
    "x-request-id": expect.stringMatching(/^[\w.-]{8,64}$/),
  });
  expect(login.headers()["permissions-policy"]).toContain("publickey-credentials-get=(self)");
  expect(login.headers()["strict-transport-security"]).toBeUndefined();
  const nonces = [login, await request.get("/login")].map(
    (answer) => /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1],
  );
  expect(new Set(nonces).size).toBe(2);
  await enterPassword(page, userOf(readDemo(), "admin"), "/");
  await expect(page).not.toHaveURL(/\/login/);
  const session = (await page.context().cookies()).find(({ name }) => name === "portal_session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await page.evaluate(() => document.cookie)).not.toContain("portal_session");
  const home = await page.request.get("/");
  expect(home.headers()["cache-control"]).toContain("no-store");
  expect(home.headers()).toMatchObject(SAFE);
  for (const answer of [await page.request.get("/api/v2/staff"), await request.post("/webhooks/stripe")])
    expect(answer.headers()).toMatchObject({
      ...SAFE,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    });
  const large = await request.get("/api/health", { headers: { "x-padding": "x".repeat(20_000) } });
  expect(large.status()).toBe(431);
});
