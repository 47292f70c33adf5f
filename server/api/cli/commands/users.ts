import { z } from "zod";
import { clearSessions } from "@/server/identity/platform/commands/clear-sessions";
import { createUser } from "@/server/identity/platform/commands/create-user";
import { regenerateToken } from "@/server/identity/platform/commands/regenerate-token";
import { describeAccount } from "@/server/identity/platform/queries/describe-account";
import { findCompanies } from "@/server/operations/platform/queries/find-companies";
import { defineCommand } from "../command";
import { companyField, companyOption } from "../company-option";

const email = z.email().max(254);
const emailOption: [string, string] = ["--email <address>", "whose account"];
const dryRun = z.boolean().default(false);

export const userCreate = defineCommand({
  name: "user:create",
  permission: "edit_platform",
  summary: "give somebody an account, and a place in a company",
  options: [
    emailOption,
    ["--name <name>", "how they are called"],
    companyOption,
    ["--role <key>", "their role there: admin, manager, receptionist, staff, or one of the company's own"],
    ["--platform-admin", "an operator of the platform"],
    ["--password-stdin", "read their password from standard input; without, they come in by a mailed link"],
  ],
  isChange: true,
  input: z
    .strictObject({
      email,
      name: z.string().trim().min(1).max(200),
      company: companyField.optional(),
      role: z.string().min(1).max(80).default("admin"),
      platformAdmin: z.boolean().default(false),
      passwordStdin: z.boolean().default(false),
      dryRun,
    })
    .refine(({ company, platformAdmin }) => company !== undefined || platformAdmin, { path: ["company"] }),
  async run(input, { platform, readInput }) {
    const password = input.passwordStdin ? (await readInput()).replace(/\r?\n$/, "") : null;
    const [company] = input.company === undefined ? [] : await findCompanies(platform, input.company);
    const { userId } = await createUser(platform, {
      email: input.email,
      name: input.name,
      password,
      isPlatformAdmin: input.platformAdmin,
      place: company ? { companyId: company.id, roleKey: input.role } : null,
      isDryRun: input.dryRun,
    });
    const where = company ? ` as ${input.role} of ${company.slug}` : "";
    const done = userId ? "created" : "would be created";
    return {
      data: { userId, email: input.email, companyId: company?.id ?? null },
      lines: [`${input.email} ${done}${where}`],
    };
  },
});

export const portalUser = defineCommand({
  name: "portal:user",
  permission: "view_platform",
  summary: "everything that decides whether and where somebody gets in",
  options: [emailOption],
  input: z.strictObject({ email }),
  async run({ email }, { platform }) {
    const account = await describeAccount(platform, { email });
    const { lockedUntil, totpEnabledAt, lastLoginAt, failedLoginCount, memberships, sessions } = account;
    const isLocked = lockedUntil !== null && lockedUntil > platform.now;
    return {
      data: { ...account, isLocked },
      lines: [
        `${account.name} <${account.email}>, id ${account.id}${account.isPlatformAdmin ? ", operator of the platform" : ""}`,
        `two-factor ${totpEnabledAt ? "on" : "off"}, last sign-in ${lastLoginAt?.toISOString() ?? "never"}`,
        isLocked ? `LOCKED until ${lockedUntil.toISOString()}` : `not locked, ${failedLoginCount} failed sign-ins`,
        ...memberships.map(
          ({ company, role, isActive, branchIds }) =>
            `${role.key} of ${company.slug} (${company.status})${isActive ? "" : ", inactive"}${branchIds.length > 0 ? `, ${branchIds.length} branches only` : ""}`,
        ),
        ...sessions.map(({ id, kind, lastSeenAt }) => `session ${id} (${kind}), last used ${lastSeenAt.toISOString()}`),
      ],
    };
  },
});

export const sessionClear = defineCommand({
  name: "session:clear",
  permission: "edit_platform",
  summary: "sign somebody out everywhere at once",
  options: [emailOption],
  isChange: true,
  input: z.strictObject({ email, dryRun }),
  async run({ email, dryRun }, { platform }) {
    const cleared = await clearSessions(platform, { email, isDryRun: dryRun });
    return { data: cleared, lines: [`${cleared.ended} sessions ${dryRun ? "would end" : "ended"}`] };
  },
});

export const portalRegenerateToken = defineCommand({
  name: "portal:regenerate-token",
  permission: "edit_platform",
  summary: "give somebody a new API token in place of those that they have; it is shown once",
  options: [emailOption, ["--days <days>", "how long it lives (default 30, at most 90)"]],
  isChange: true,
  input: z.strictObject({ email, days: z.coerce.number().int().min(1).max(90).default(30), dryRun }),
  async run({ email, days, dryRun }, { platform }) {
    const { token, expiresAt, ended, userId } = await regenerateToken(platform, { email, days, isDryRun: dryRun });
    const lines = token
      ? [token, `valid until ${expiresAt.toISOString()}; ${ended} earlier tokens ended`]
      : ["a token would be made"];
    return { data: { userId, token, expiresAt, ended }, lines };
  },
});
