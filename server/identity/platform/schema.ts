import { z } from "zod";
import { pageInput, pageOf } from "@/server/core/page";

const reason = z.string().trim().min(10).max(500);

export const listUsersInput = z.object({
  search: z.string().trim().max(100).optional(),
  /** Operators of the platform, or locked accounts, only. */
  only: z.enum(["operators", "locked"]).optional(),
  limit: pageInput.limit,
  cursor: pageInput.cursor,
});
export type ListUsersInput = z.infer<typeof listUsersInput>;

export const userIdInput = z.object({ userId: z.uuid() });
/** What is done to somebody's account has a reason, which the audit keeps. */
export const changeUserInput = z.object({ userId: z.uuid(), reason });
export type ChangeUserInput = z.infer<typeof changeUserInput>;

export const setOperatorInput = changeUserInput.extend({ isOperator: z.boolean() });
export type SetOperatorInput = z.infer<typeof setOperatorInput>;

export const platformUserView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  isOperator: z.boolean(),
  hasTwoFactor: z.boolean(),
  isLocked: z.boolean(),
  companies: z.array(z.string()),
  lastLoginAt: z.date().nullable(),
});
export type PlatformUserView = z.infer<typeof platformUserView>;
export const platformUserPage = pageOf(platformUserView);

export const platformUserDetails = platformUserView.extend({
  locale: z.string(),
  createdAt: z.date(),
  lockedReason: z.string().nullable(),
  passkeys: z.int(),
  memberships: z.array(
    z.object({ companyId: z.uuid(), companyName: z.string(), role: z.string(), isActive: z.boolean() }),
  ),
  sessions: z.array(
    z.object({
      id: z.uuid(),
      /** As the browser calls itself. */
      device: z.string().nullable(),
      ip: z.string().nullable(),
      createdAt: z.date(),
      lastSeenAt: z.date(),
    }),
  ),
});
export type PlatformUserDetails = z.infer<typeof platformUserDetails>;
