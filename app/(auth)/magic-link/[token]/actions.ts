"use server";

import { getText } from "@/components/shared/get-text";
import { signInByLink } from "@/server/api/rsc-links";

/** Redirects on success, perhaps to the second step; otherwise says what was wrong. */
export async function signInByLinkAction(token: string, _previous: unknown, formData: FormData) {
  const fault = await signInByLink(token, formData);
  if (fault === "link") return { message: (await getText("links"))("ended") };
  return { message: (await getText("identity"))(`signIn.errors.${fault}`) };
}
