import { AppError } from "@/server/core/errors";
import type { PlatformContext } from "@/server/core/platform";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { endSessions } from "../../sessions/commands/end-sessions";
import { switchOff } from "../../two-factor/repository";
import type { ChangeUserInput } from "../schema";
import { changeUser } from "./change-user";

/** For somebody who has lost their phone and their recovery codes: signed out everywhere, and told of it. */
export async function resetTwoFactor(ctx: PlatformContext, input: ChangeUserInput): Promise<void> {
  const { userId } = input;
  await changeUser(ctx, {
    ...input,
    action: "reset_two_factor",
    work: async (tx, { totpEnabledAt, locale }) => {
      if (!totpEnabledAt) throw new AppError({ code: "INVALID_TRANSITION", reason: "no_two_factor" });
      await switchOff(userId, tx.tx);
      const device = locale === "en" ? "AskProAI support" : "AskProAI-Support";
      const place = { at: tx.now.toISOString(), device, ip: null };
      await queueAccountMail({ kind: "two_factor_changed", userId, change: "disabled", ...place }, tx);
      return { after: { sessionsEnded: await endSessions({ userId, reason: "two_factor_reset" }, tx) } };
    },
  });
}
