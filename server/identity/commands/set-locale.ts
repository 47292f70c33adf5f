import { digest } from "@/server/core/crypto";
import { setUserLocale } from "../repository/sessions";
import type { SetLocaleInput } from "../schema";

/** The language of the person's pages and messages, on every device. */
export async function setLocale(token: string, { locale }: SetLocaleInput): Promise<void> {
  await setUserLocale(digest(token), locale);
}
