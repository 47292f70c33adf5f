import { z } from "zod";

export const MIN_PASSWORD_LENGTH = 12;

/** Longer ones are refused before they are measured or hashed. The rest of the rule is `requireGoodPassword`. */
export const newPassword = z.string().min(MIN_PASSWORD_LENGTH).max(200);

export const changePasswordInput = z.object({ currentPassword: z.string().min(1).max(200), newPassword });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
