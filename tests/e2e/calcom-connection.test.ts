import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { readDemo } from "./support/demo";
import { readRows } from "./support/platform";
import { sandboxOf } from "./support/sandbox";
import { signIn } from "./support/sign-in";

const demo = readDemo();
const sandbox = sandboxOf(demo);
const API_KEY = "cal_e2e_second_company_0001";
const companyId = demo.company2Id;

/** An account over there with the second company's people in it: always the same, so that it may come back. */
async function plantAccount() {
  const people = await readRows<{ name: string }>(
    demo,
    "SELECT name FROM staff WHERE company_id = $1 AND is_active AND is_bookable AND deleted_at IS NULL ORDER BY name",
    [companyId],
  );
  const users = people.map(({ name }, index) => {
    const id = 9001 + index;
    return { id, name, email: `mitglied-${id}@example.com`, username: `mitglied-${id}`, timeZone: "Europe/Berlin" };
  });
  const body = JSON.stringify({ apiKey: API_KEY, users });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${demo.sandboxUrl}/_/calcom/seed`, { method: "POST", headers, body });
  expect(answer.ok).toBe(true);
  return people.length;
}

test("somebody who has never seen a key connects Cal.com, step by step", async ({ page }) => {
  const count = await plantAccount();
  await signIn(page, { path: "/settings/calcom/connection", companyId });
  const step = (name: string) => page.getByRole("region", { name });
  const key = step("Schlüssel hinterlegen");
  await expect(key.getByRole("button").first()).toBeVisible();
  if (await key.getByRole("button", { name: "Verbindung trennen" }).isVisible()) await disconnect(page);
  await expect(key.getByText("Cal.com zeigt ihn nur ein einziges Mal.")).toBeVisible();
  await expect(step("Personen zuordnen").getByText("Kommt danach")).toBeVisible();
  await expectAccessible(page);

  await key.getByRole("button", { name: "Schlüssel eingeben" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("API-Schlüssel").fill("cal_live_gibt_es_nicht");
  await dialog.getByRole("button", { name: "Verbinden" }).click();
  await expect(dialog.getByText("Cal.com kennt diesen Schlüssel nicht")).toBeVisible();
  await dialog.getByLabel("API-Schlüssel").fill(API_KEY);
  await dialog.getByRole("button", { name: "Verbinden" }).click();
  await expect(dialog).toBeHidden();
  await expect(key.getByText("mitglied-9001@example.com")).toBeVisible();
  await expect(key.getByText("…0001")).toBeVisible();

  const team = step("Team wählen");
  await team.getByLabel("Wessen Kalender?").selectOption({ label: "Sandbox-Team" });
  const save = team.getByRole("button", { name: "Übernehmen" });
  if (await save.isEnabled()) await save.click();
  await expect(team.getByText("Erledigt")).toBeVisible();

  const people = step("Personen zuordnen");
  await expect(people.getByRole("combobox")).toHaveCount(count);
  const match = people.getByRole("button", { name: /Vorschl(ag|äge) übernehmen/ });
  if (await match.isVisible()) await match.click();
  await expect(people.getByText("Erledigt")).toBeVisible();

  const services = step("Leistungen zuordnen");
  await services.getByRole("button", { name: "Leistungen zu Cal.com übertragen" }).click();
  await expect(services.getByText(/\d+ angelegt, \d+ geändert, \d+ unverändert\./)).toBeVisible();
  await expect(services.getByText("Erledigt")).toBeVisible();
  await takeAndGiveBack(page);

  const webhook = step("Änderungen melden lassen");
  const refusing = await sandbox.addFault({ provider: "calcom", kind: "error_500", path: "/webhooks", method: "POST" });
  await webhook.getByRole("button", { name: /eintragen/ }).click();
  await expect(webhook.getByText("Cal.com ist gerade nicht erreichbar", { exact: false })).toBeVisible();
  await expect(webhook.getByText("Erledigt")).toBeHidden();
  await sandbox.removeFault(refusing);
  await webhook.getByRole("button", { name: /eintragen/ }).click();
  await expect(webhook.getByText("Erledigt")).toBeVisible();
  await webhook.getByRole("button", { name: "Prüfen" }).click();
  await expect(webhook.getByText("Alles in Ordnung")).toBeVisible();
  await expectAccessible(page);
  await disconnect(page);
});

/** What of a service can't stand over there is named at the mapping and on its own page, until it can. */
async function takeAndGiveBack(page: Page) {
  const services = page.getByRole("region", { name: "Leistungen zuordnen" });
  const [offer] = await readRows<{ id: string; service: string; staff: string }>(
    demo,
    `SELECT service.id, service.name AS service, staff.name AS staff
       FROM team_event_type_mappings AS mapping
       JOIN services AS service ON service.id = mapping.service_id
       JOIN staff ON staff.id = mapping.staff_id
      WHERE mapping.company_id = $1 AND mapping.is_active AND service.is_active ORDER BY service.name, staff.name LIMIT 1`,
    [companyId],
  );
  if (!offer) throw new Error("Nothing of the second company is mapped.");
  const choice = services.getByLabel(`${offer.service} bei ${offer.staff}: Terminart bei Cal.com`);
  const type = await choice.inputValue();
  const gap = `${offer.service} bei ${offer.staff}: Dafür gibt es bei Cal.com keine Terminart.`;
  await choice.selectOption({ label: "Keine" });
  await expect(services.getByText("Erledigt")).toBeHidden();

  await page.goto(`/services/${offer.id}`);
  await expect(page.getByRole("listitem").filter({ hasText: gap })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Unter Cal.com-Verbindung beheben" }).press("Enter");
  await expect(page).toHaveURL(/\/settings\/calcom\/connection/);
  await choice.selectOption(type);
  await expect(services.getByText("Erledigt")).toBeVisible();

  await page.goto(`/services/${offer.id}`);
  await expect(page.getByRole("heading", { level: 1, name: offer.service })).toBeVisible();
  await expect(page.getByText(gap)).toBeHidden();
  await page.goto("/settings/calcom/connection");
}

async function disconnect(page: Page) {
  await page.getByRole("button", { name: "Verbindung trennen" }).click();
  const question = page.getByRole("alertdialog", { name: "Verbindung zu Cal.com trennen?" });
  await question.getByRole("button", { name: "Verbindung trennen" }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole("button", { name: "Schlüssel eingeben" })).toBeVisible();
}
