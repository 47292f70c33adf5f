import { z } from "zod";

/** To somebody's own address and in their language; or elsewhere: a new address, a person without an account. */
const person = { userId: z.uuid(), to: z.email().optional() };
const at = z.iso.datetime();
/** Where something was done from, as the list of devices says it. */
const place = { at, device: z.string().max(200), ip: z.string().max(64).nullable() };
/** The row that the link's token is made from, again for each try; the token itself is stored nowhere. */
const link = { tokenId: z.uuid(), expiresAt: at };

/** Every mail about an account, with what it says. */
export const accountMail = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("new_device"), ...person, ...place }),
  z.object({ kind: z.literal("magic_link"), ...person, ...link }),
  z.object({ kind: z.literal("password_reset"), ...person, ...link }),
  /** To the new address: a click proves that its owner reads it. */
  z.object({ kind: z.literal("verify_email"), ...person, ...link }),
  /** To the address so far: somebody wants another one. */
  z.object({ kind: z.literal("email_change"), ...person, ...place, newEmail: z.email() }),
  z.object({ kind: z.literal("password_changed"), ...person, ...place }),
  z.object({
    kind: z.literal("two_factor_changed"),
    ...person,
    ...place,
    change: z.enum(["enabled", "disabled", "recovery_codes", "recovery_code_used", "passkey_added", "passkey_removed"]),
  }),
  z.object({
    kind: z.literal("invitation"),
    /** Set when the invited person has an account already. */
    userId: z.uuid().nullable(),
    to: z.email(),
    /** For somebody without an account; an account has its own language. */
    language: z.enum(["de", "en"]),
    /** The invitation's row: the link is `/invitation/` with `signId("invitation", tokenId)`. */
    ...link,
    companyName: z.string().max(200),
    inviterName: z.string().max(200),
  }),
  z.object({
    kind: z.literal("impersonation_notice"),
    ...person,
    companyName: z.string().max(200),
    operatorName: z.string().max(200),
    reason: z.string().max(1000),
    at,
    until: at,
  }),
  z.object({
    kind: z.literal("api_key_ending"),
    ...person,
    companyName: z.string().max(200),
    keyName: z.string().max(200),
    /** The shown part of the key, which opens nothing. */
    prefix: z.string().max(40),
    expiresAt: at,
  }),
]);
export type AccountMail = z.infer<typeof accountMail>;
export type AccountMailKind = AccountMail["kind"];
export type AccountMailOf<K extends AccountMailKind> = Extract<AccountMail, { kind: K }>;
