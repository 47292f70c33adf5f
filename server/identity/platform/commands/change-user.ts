import { AppError } from "@/server/core/errors";
import {
  type PlatformContext,
  type PlatformTransaction,
  recordPlatformAudit,
  transactAsPlatform,
} from "@/server/core/platform";
import { requireUser, type UserDetailsRow } from "../repository";
import type { ChangeUserInput } from "../schema";

interface UserChange extends ChangeUserInput {
  /** As the audit calls it. */
  action: string;
  /** Answers what it was and what it is. */
  work: (tx: PlatformTransaction, user: UserDetailsRow) => Promise<{ before?: object; after?: object }>;
}

/** Changes somebody else's account; it is told to every company where they work. */
export async function changeUser(ctx: PlatformContext, { userId, reason, action, work }: UserChange): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "operator" && actor.userId === userId)
    throw new AppError({ code: "FORBIDDEN", reason: "own_account" });
  return transactAsPlatform(ctx, async (tx) => {
    const user = await requireUser(tx, userId);
    const { before, after } = await work(tx, user);
    recordPlatformAudit(tx, {
      ...{ action, logName: "security", subjectType: "user", subjectId: userId, before, after: { ...after, reason } },
      companyIds: user.memberships.filter(({ isActive }) => isActive).map(({ company }) => company.id),
    });
  });
}
