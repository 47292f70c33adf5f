import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A person who can sign in to the copy under test; operators of the platform are in no company. */
const demoUser = z.strictObject({
  email: z.email(),
  password: z.string().min(1),
  role: z.string().min(1),
  companyId: z.uuid().nullable(),
});
export type DemoUser = z.infer<typeof demoUser>;

const database = z.string().startsWith("postgresql://");
const e164 = z.string().regex(/^\+[1-9]\d{5,14}$/);
const idsByName = z.record(z.string().min(1), z.uuid()).refine((ids) => Object.keys(ids).length > 0);

/** What a running copy says about itself: its addresses, and what the seed planted. */
export const demoFile = z.strictObject({
  appUrl: z.url(),
  sandboxUrl: z.url(),
  databaseUrl: database,
  appDatabaseUrl: database,
  platformDatabaseUrl: database,
  companyId: z.uuid(),
  company2Id: z.uuid(),
  users: z.array(demoUser).min(1),
  phoneNumber: e164,
  company2PhoneNumber: e164,
  agentId: z.string().min(1),
  branchIds: z.array(z.uuid()).min(1),
  timezone: z.string().min(1),
  serviceIds: idsByName,
  staffIds: idsByName,
  /** To the REST API, with everything that the owner of the salon may give away. */
  apiKey: z.string().min(1),
  retellApiKey: z.string().min(1),
  calcomWebhookSecret: z.string().min(1),
});
export type Demo = z.infer<typeof demoFile>;

/** Reads the copy that Playwright started; E2E_DATA_DIR may name another running one. */
export function readDemo(): Demo {
  const folder = process.env.E2E_DATA_DIR;
  if (!folder) throw new Error("E2E_DATA_DIR is not set: playwright.config.ts sets it.");
  return demoFile.parse(JSON.parse(readFileSync(join(folder, "demo.json"), "utf8")));
}

/** The user of a role in the first company, or in another one; operators of the platform are in none. */
export function userOf(demo: Demo, role: string, companyId: string | null = demo.companyId): DemoUser {
  const user = demo.users.find((candidate) => candidate.role === role && candidate.companyId === companyId);
  if (!user) throw new Error(`The demo data has no ${role} in company ${companyId}.`);
  return user;
}
