import { digest } from "@/server/core/crypto";
import { setUserLocale } from "../repository/sessions";
import type { Visitor } from "../rules/visitor";
import type { SetLocaleInput } from "../schema";
import { recordSessionActivity } from "./record-session-activity";

/** The language of the person's pages and messages, on every device. */
export async function setLocale(token: string, { locale }: SetLocaleInput, visitor?: Visitor): Promise<void> {
  await recordSessionActivity(token, {
    action: "set_locale",
    after: { locale },
    visitor,
    work: ({ tx }) => setUserLocale(digest(token), locale, tx),
  });
}
