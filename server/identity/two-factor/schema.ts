import { z } from "zod";

/** Six digits of the app, or a recovery code. */
export const typedCode = z.string().trim().min(6).max(40);

export const answerChallengeInput = z.object({ challenge: z.string().length(43), code: typedCode });
export type AnswerChallengeInput = z.infer<typeof answerChallengeInput>;

export const enableTwoFactorInput = z.object({ code: typedCode });
export type EnableTwoFactorInput = z.infer<typeof enableTwoFactorInput>;

export const twoFactorView = z.object({
  enabledAt: z.date().nullable(),
  recoveryCodesLeft: z.int(),
  /** The company asks for it: it can't be switched off. */
  isRequired: z.boolean(),
});
export type TwoFactor = z.infer<typeof twoFactorView>;

/** What the person needs to add the account to an app: a picture to photograph, or the secret to type. */
export const enrolmentView = z.object({
  secret: z.string(),
  uri: z.string(),
  /** The QR code: modules along a side, and the dark ones as a path of unit squares. */
  size: z.int(),
  path: z.string(),
});
export type Enrolment = z.infer<typeof enrolmentView>;

/** Shown once. */
export const recoveryCodesView = z.object({ codes: z.array(z.string()) });
