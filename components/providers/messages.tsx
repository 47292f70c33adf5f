import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { MoreMessages } from "./more-messages";

/** Sends the named message files to the client components below, beside those that the layouts above have sent. */
export async function Messages({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const all = await getMessages();
  const picked = Object.fromEntries(names.filter((name) => name in all).map((name) => [name, all[name]]));
  return <MoreMessages messages={picked}>{children}</MoreMessages>;
}
