import { z } from "zod";

export const revokeSessionInput = z.object({ sessionId: z.uuid() });
export type RevokeSessionInput = z.infer<typeof revokeSessionInput>;

/** A place where somebody is signed in. */
export const sessionView = z.object({
  id: z.uuid(),
  kind: z.enum(["portal", "api"]),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  ip: z.string().nullable(),
  isRemembered: z.boolean(),
  /** The one that asks. */
  isCurrent: z.boolean(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
});
export type SessionView = z.infer<typeof sessionView>;
