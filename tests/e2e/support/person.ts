import type { Page } from "@playwright/test";
import { type Demo, userOf } from "./demo";
import { readRows } from "./platform";

export interface Person {
  email: string;
  password: string;
}

/** A manager of the first company, with the demo's password, for one test: what is changed about them changes nobody else. */
export async function createPerson(demo: Demo, name = "Petra Probe"): Promise<Person> {
  const { email: known, password } = userOf(demo, "manager");
  const email = `${crypto.randomUUID()}@salon-lindner.demo`;
  await readRows(
    demo,
    `WITH person AS (INSERT INTO users (id, email, name, password_hash)
       SELECT gen_random_uuid(), $1, $2, password_hash FROM users WHERE email = $3 RETURNING id)
     INSERT INTO memberships (id, company_id, user_id, role_id)
       SELECT gen_random_uuid(), $4, person.id, roles.id FROM person, roles WHERE roles.key = 'manager' AND roles.company_id IS NULL`,
    [email, name, known, demo.companyId],
  );
  return { email, password };
}

/** Types address and password on the sign-in page, as a person does. */
export async function enterPassword(page: Page, { email, password }: Person, next = "/settings/security") {
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
}
