import { z } from "zod";
import { isPermission, type Permission } from "../rules/permissions";

export const DEFAULT_DAYS = 90;
export const MAX_DAYS = 365;
export const DEFAULT_OVERLAP_HOURS = 24;
/** The longest that an old and a new key work side by side. */
export const MAX_OVERLAP_HOURS = 168;

export const apiKeyStatus = z.enum(["active", "ending", "expired", "revoked"]);
export type ApiKeyStatus = z.infer<typeof apiKeyStatus>;

/** What may be shown of a key; the secret itself is known to nobody but its owner. */
export const apiKeyView = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  branchIds: z.array(z.uuid()),
  isGroupWide: z.boolean(),
  /** The business of the group that keeps it; null: this one. */
  homeCompany: z.string().nullable(),
  status: apiKeyStatus,
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
  createdAt: z.date(),
  createdBy: z.string().nullable(),
});
export type ApiKeyView = z.infer<typeof apiKeyView>;
/** Without what each use moves: its tag says whether the key has changed. */
export const apiKeyDetails = apiKeyView.omit({ lastUsedAt: true });

/** A new key with its secret, which is told this once. */
export const issuedApiKey = z.object({ apiKey: apiKeyView, secret: z.string() });
export type IssuedApiKey = z.infer<typeof issuedApiKey>;

const scope = z.string().max(80).refine(isPermission, "invalid") as z.ZodType<Permission, string>;
const expiresInDays = z.int().min(1).max(MAX_DAYS).default(DEFAULT_DAYS);

export const createApiKeyInput = z
  .object({
    name: z.string().trim().min(1).max(80),
    scopes: z
      .array(scope)
      .min(1)
      .max(400)
      .transform((scopes) => [...new Set(scopes)]),
    /** None: every branch that its creator works with. */
    branchIds: z.array(z.uuid()).max(200).default([]),
    /** For every business of the group where its creator may make keys; each request names one in `X-Company-Id`. */
    isGroupWide: z.boolean().optional(),
    expiresInDays,
  })
  .refine(({ isGroupWide, branchIds }) => !isGroupWide || branchIds.length === 0, {
    path: ["branchIds"],
    message: "not_for_group_keys",
  });
export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;

export const rotateApiKeyInput = z.object({
  apiKeyId: z.uuid(),
  /** How long the old one still works beside the new one. */
  overlapHours: z.int().min(0).max(MAX_OVERLAP_HOURS).default(DEFAULT_OVERLAP_HOURS),
  expiresInDays,
});
export type RotateApiKeyInput = z.output<typeof rotateApiKeyInput>;

export const listKeyCompaniesInput = z.object({ apiKeyId: z.uuid().optional() });
export type ListKeyCompaniesInput = z.infer<typeof listKeyCompaniesInput>;
/** The businesses that a key for the whole group works in, by what `X-Company-Id` says. */
export const keyCompanies = z.array(z.object({ id: z.uuid(), name: z.string() }));
export type KeyCompanies = z.infer<typeof keyCompanies>;

export const apiKeyInput = z.object({ apiKeyId: z.uuid() });
export type ApiKeyInput = z.infer<typeof apiKeyInput>;
