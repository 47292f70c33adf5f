import { z } from "zod";

export const locale = z.enum(["de", "en"]);

export const signInInput = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(3)
    .max(254)
    .regex(/^[^\s\p{C}]+$/u),
  /** Longer ones are refused before they are hashed. */
  password: z.string().min(1).max(200),
  isRemembered: z.boolean().default(false),
  /** Of an authenticator app, or a recovery code; needed once a second factor is on. */
  twoFactorCode: z.string().trim().min(6).max(40).optional(),
});
export type SignInInput = z.input<typeof signInInput>;

export const switchCompanyInput = z.object({ companyId: z.uuid() });
export type SwitchCompanyInput = z.infer<typeof switchCompanyInput>;

export const setLocaleInput = z.object({ locale });
export type SetLocaleInput = z.infer<typeof setLocaleInput>;

/** Who is signed in, where they work, and what they may do there. */
export const meView = z.object({
  user: z.object({ id: z.uuid(), name: z.string(), email: z.string(), locale: z.string() }),
  company: z.object({ id: z.uuid(), name: z.string(), timezone: z.string(), currency: z.string() }),
  memberships: z.array(z.object({ companyId: z.uuid(), companyName: z.string(), role: z.string() })),
  permissions: z.array(z.string()),
});
export type Me = z.infer<typeof meView>;

/** One of the two: whichever the person has at hand. */
export const reauthenticateInput = z.object({
  password: z.string().min(1).max(200).optional(),
  code: z.string().trim().min(6).max(40).optional(),
});
export type ReauthenticateInput = z.infer<typeof reauthenticateInput>;
