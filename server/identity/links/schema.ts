import { z } from "zod";
import { newPassword } from "../passwords/schema";

export const linkKind = z.enum(["magic_link", "password_reset", "verify_email"]);
export type LinkKind = z.infer<typeof linkKind>;

/** As `signId` writes it; anything else is a link that is not there. */
export const linkToken = z.string().regex(/^[\w-]{43}$/);

const address = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const requestLinkInput = z.object({ email: address });
export type RequestLinkInput = z.input<typeof requestLinkInput>;

export const useLinkInput = z.object({ token: z.string().max(200) });
export type UseLinkInput = z.infer<typeof useLinkInput>;

export const resetPasswordInput = useLinkInput.extend({ newPassword });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

export const changeEmailInput = z.object({ newEmail: address });
export type ChangeEmailInput = z.input<typeof changeEmailInput>;

/** Whom a link is for, as its page may say; whoever has the link reads this person's mail. */
export const linkView = z.object({ name: z.string(), email: z.string(), newEmail: z.string().nullable() });
export type LinkView = z.infer<typeof linkView>;

export const emailView = z.object({ email: z.string(), isVerified: z.boolean(), newEmail: z.string().nullable() });
export type EmailView = z.infer<typeof emailView>;
