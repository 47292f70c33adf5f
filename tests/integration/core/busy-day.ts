import { expect } from "vitest";
import { handleTrpc } from "@/server/api/trpc-door";
import { platformClient } from "@/server/core/db";
import { env } from "@/server/core/env";
import { newId } from "@/server/core/ids";
import { log } from "@/server/core/log";
import { hashPassword } from "@/server/identity/adapters/argon2";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { keepCredential } from "@/server/integrations/commands/set-credential";
import { testConnection } from "@/server/integrations/commands/test-connection";
import { withClient } from "../../../scripts/database.mjs";
import { ownerOf } from "../../support/actors";
import { rest } from "../../support/rest-requests";
import type { SalonLine } from "../../support/salon-line";
import { RETELL_KEY } from "../../support/telephone";

const PASSWORD = "blaue wolken tanzen leise";
const WRONG_PASSWORD = "rote steine singen laut";
export const CALCOM_KEY = "cal_live_planted_0123456789abcdef";
const EMAIL = "kim.geheim@example.com";

/** What must stand in no line: everything that opens something, and everybody's data. */
export const planted: Record<string, string> = {};

export async function plantPeople(salon: SalonLine): Promise<void> {
  const { company, anna, number } = salon;
  const { AUTH_SECRET, ENCRYPTION_KEY, TWILIO_AUTH_TOKEN = "", RESEND_API_KEY = "" } = env();
  Object.assign(planted, { AUTH_SECRET, ENCRYPTION_KEY, TWILIO_AUTH_TOKEN, RESEND_API_KEY, RETELL_KEY, CALCOM_KEY });
  const data = { email: EMAIL, name: "Kim Geheim", passwordHash: await hashPassword(PASSWORD) };
  await platformClient().user.update({ where: { id: company.owner.userId }, data });
  await platformClient().customer.update({
    where: { id: anna.id },
    data: { lastName: "Schneidermann-Planted", email: "anna.planted@example.com" },
  });
  Object.assign(planted, { PASSWORD, WRONG_PASSWORD, EMAIL, name: "Kim Geheim", customer: "Schneidermann-Planted" });
  Object.assign(planted, {
    mail: "anna.planted",
    number,
    national: number.replace("+49", "0"),
    digits: number.slice(3),
    line: company.toNumber,
  });
  await keepCredential(ownerOf({ ...company }, new Date()), {
    provider: "calcom",
    field: "apiKey",
    credential: CALCOM_KEY,
  });
  await platformClient().teamEventTypeMapping.create({
    data: {
      id: newId(),
      companyId: company.companyId,
      serviceId: salon.cut.id,
      title: "x",
      slug: newId(),
      lengthMinutes: 45,
      calcomEventTypeId: 4711,
    },
  });
}

export async function call(path: string, input: unknown, headers = new Headers()): Promise<Response> {
  headers.set("content-type", "application/json");
  headers.set("sec-fetch-site", "same-origin");
  const body = JSON.stringify({ json: input });
  return handleTrpc(new Request(`http://localhost:3000/api/trpc/${path}`, { method: "POST", headers, body }));
}

export async function workInThePortal(salon: SalonLine): Promise<void> {
  await call("tokens.login", { email: EMAIL, password: WRONG_PASSWORD });
  const answer = await (await call("tokens.login", { email: EMAIL, password: PASSWORD })).json();
  const token = answer.result.data.json.token as string;
  planted.token = token;
  const headers = () => programHeaders(token);
  const customer = {
    firstName: "Otto",
    lastName: "Planted-Kunde",
    phone: "+49 30 23125777",
    email: "otto.planted@example.com",
  };
  await call("customers.create", customer, headers());
  Object.assign(planted, { created: "Planted-Kunde", createdPhone: "23125777", createdMail: "otto.planted" });
  await call("calcomConnection.connect", { apiKey: CALCOM_KEY }, headers());
  await call("identity.reauthenticate", { password: WRONG_PASSWORD }, headers());
  await call("links.requestPasswordReset", { email: EMAIL });
  const query = encodeURIComponent(JSON.stringify({ json: { search: "Planted-Suche" } }));
  planted.search = "Planted-Suche";
  await handleTrpc(new Request(`http://localhost:3000/api/trpc/customers.list?input=${query}`, { headers: headers() }));
  await testConnection(ownerOf(salon.company, new Date()), { provider: "calcom" });
}

export async function workAsProgram(salon: SalonLine): Promise<void> {
  const key = { name: "Kasse", scopes: ["view_customers"] as const, branchIds: [], expiresInDays: 90 };
  const { secret } = await createApiKey(ownerOf(salon.company, new Date()), { ...key, scopes: [...key.scopes] });
  planted.apiKey = secret;
  await rest("GET /api/v2/customers", { headers: { "x-api-key": secret } });
  await rest("GET /api/v2/customers", { headers: { "x-api-key": `${secret}x` } });
  await rest("POST /api/v2/customers", {
    headers: { authorization: `Bearer ${secret}` },
    body: { last_name: "Planted-Kunde" },
  });
}

/** An error that nobody foresaw, while a person's data is in the call. */
export async function breakTheDatabase(): Promise<void> {
  const { token = "" } = planted;
  const asOwner = (sql: string) => withClient(process.env.DATABASE_URL ?? "", (client) => client.query(sql));
  await asOwner("ALTER TABLE customer_phones RENAME COLUMN e164 TO e164_gone");
  try {
    const customer = { firstName: "Otto", lastName: "Planted-Kunde", phone: "+49 30 23125777" };
    const answer = await call("customers.create", customer, programHeaders(token));
    expect(answer.status).toBe(500);
  } finally {
    await asOwner("ALTER TABLE customer_phones RENAME COLUMN e164_gone TO e164");
  }
}

const programHeaders = (token: string) =>
  new Headers({ authorization: `Bearer ${token}`, "sec-fetch-site": "same-origin" });

/** What should never be written, written all the same: by somebody who is in a hurry to find a fault. */
export function logCarelessly(salon: SalonLine): void {
  const { token, apiKey } = planted;
  const error = new Error(`refused ${CALCOM_KEY} of ${EMAIL}`, { cause: new Error(`no answer for ${salon.number}`) });
  const headers = { authorization: `Bearer ${token}`, cookie: `portal_session=${token}`, "x-api-key": apiKey };
  const body = { email: EMAIL, password: PASSWORD, phone: salon.number, firstName: "Planted", code: "482913" };
  log("app").warn({ headers, body, error }, `call to ${salon.number} with ${apiKey} and ${token}`);
  log("app")
    .child({ token, to: `tel ${salon.number}` })
    .debug(error, "again");
}
