import { z } from "zod";
import { meView, signInInput } from "../schema";

/** A program signs a person in by what the person typed into it. */
export const loginInput = signInInput.omit({ isRemembered: true });
export type LoginInput = z.input<typeof loginInput>;

export const issuedToken = z.object({
  /** Sent with every further request as `Authorization: Bearer …`. */
  token: z.string(),
  expiresAt: z.date(),
});
export type IssuedToken = z.infer<typeof issuedToken>;

export const loginAnswer = issuedToken.extend({
  user: meView.shape.user,
  /** Null for somebody who works for no company. */
  company: meView.shape.company.nullable(),
  permissions: z.array(z.string()),
});
export type LoginAnswer = z.infer<typeof loginAnswer>;
