import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { createPerson, enterPassword } from "./support/person";
import { readRows } from "./support/platform";

const demo = readDemo();

/** A device with a fingerprint reader, which recognises its owner, or somebody else. */
async function withDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true } as const;
  const checks = { hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { ...options, ...checks },
  });
  return {
    recogniseOwner: (isUserVerified: boolean) =>
      session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

const settings = (page: Page) => expect(page).toHaveURL(/^[^?]*\/settings\/security$/);
const passkeys = (page: Page) => page.getByRole("region", { name: "Passkeys" });
const signInButton = (page: Page) => page.getByRole("button", { name: "Mit Passkey anmelden" });

async function addPasskey(page: Page, name: string) {
  await passkeys(page).getByRole("button", { name: "Passkey hinzufügen" }).click();
  const dialog = page.getByRole("dialog", { name: "Passkey hinzufügen" });
  await dialog.getByLabel("Name").fill(name);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Weiter" }).click();
  await expect(passkeys(page).getByText(name)).toBeVisible();
  await expect(dialog).toBeHidden();
}

test("somebody adds a passkey, signs in with it alone, renames it, and nobody gets in once it is removed", async ({
  page,
  context,
}) => {
  const person = await createPerson(demo);
  await withDevice(page);
  await enterPassword(page, person);
  await settings(page);
  await addPasskey(page, "Mein Laptop");

  await context.clearCookies();
  await page.goto("/login?next=/settings/security");
  await expectAccessible(page);
  await signInButton(page).click();
  await settings(page);
  await expect(passkeys(page).getByText("zuletzt benutzt")).toBeVisible();
  // Neither the second sign-in nor its page asked for a code: the device has checked its owner.
  const [session] = await readRows<{ second_factor_at: Date | null }>(
    demo,
    `SELECT second_factor_at FROM portal_sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1 AND revoked_at IS NULL
     ORDER BY s.created_at DESC LIMIT 1`,
    [person.email],
  );
  expect(session?.second_factor_at).toBeInstanceOf(Date);

  await page.getByRole("button", { name: "Mein Laptop umbenennen" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Alter Laptop");
  await page.getByRole("dialog").getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("button", { name: "Alter Laptop entfernen" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Entfernen" }).click();
  await expect(passkeys(page).getByText("Alter Laptop")).toBeHidden();

  await context.clearCookies();
  await page.goto("/login");
  await signInButton(page).click();
  await expect(page.getByText("Dieser Passkey wurde nicht angenommen.")).toBeVisible();
  await expectAccessible(page);
  await expect(page).toHaveURL(/\/login$/);
});

test("a device that does not recognise its owner lets nobody in, and says so", async ({ page, context }) => {
  const person = await createPerson(demo);
  const device = await withDevice(page);
  await enterPassword(page, person);
  await settings(page);
  await addPasskey(page, "Telefon");
  await context.clearCookies();
  await device.recogniseOwner(false);
  await page.goto("/login");
  await signInButton(page).click();
  await expect(page.getByText("Abgebrochen, oder es hat zu lange gedauert.")).toBeVisible();
  await device.recogniseOwner(true);
  await signInButton(page).click();
  await expect(page).toHaveURL(/\/$/);
});
