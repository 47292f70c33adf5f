import type { AccountContext } from "../../rules/account";
import { deviceText, readDevice } from "../../rules/device";

/** Whose account, when and from where, as a mail about a change tells it. */
export function placeOfChange(account: AccountContext) {
  const { userId, now, ip, userAgent, session } = account;
  const device = deviceText(readDevice(userAgent), session.user.locale);
  return { userId, at: now.toISOString(), device, ip: ip ?? null };
}
