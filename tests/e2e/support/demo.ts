import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A person who can sign in to the copy under test. */
export interface DemoUser {
  email: string;
  password: string;
  role: string;
  companyId: string | null;
}

/** What a running copy says about itself: its addresses, and what the seed planted. */
export interface Demo {
  appUrl: string;
  sandboxUrl: string;
  databaseUrl: string;
  appDatabaseUrl: string;
  platformDatabaseUrl: string;
  companyId: string;
  company2Id: string;
  users: DemoUser[];
  phoneNumber: string;
  company2PhoneNumber: string;
  agentId: string;
  branchIds: string[];
  timezone: string;
  serviceIds: Record<string, string>;
  staffIds: Record<string, string>;
  /** To the REST API, with everything that the owner of the salon may give away. */
  apiKey: string;
  retellApiKey: string;
  calcomWebhookSecret: string;
}

/** Reads the copy that Playwright started; E2E_DATA_DIR may name another running one. */
export function readDemo(): Demo {
  const folder = process.env.E2E_DATA_DIR;
  if (!folder) throw new Error("E2E_DATA_DIR is not set: playwright.config.ts sets it.");
  return JSON.parse(readFileSync(join(folder, "demo.json"), "utf8"));
}

/** The user of a role in the first company, or in another one; operators of the platform are in none. */
export function userOf(demo: Demo, role: string, companyId: string | null = demo.companyId): DemoUser {
  const user = demo.users.find((candidate) => candidate.role === role && candidate.companyId === companyId);
  if (!user) throw new Error(`The demo data has no ${role} in company ${companyId}.`);
  return user;
}
