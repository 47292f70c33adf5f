"use server";

import { setPasswordByLink } from "@/server/api/rsc-links";

/** Redirects on success; otherwise says what is wrong with the password or the link. */
export async function resetPasswordAction(token: string, _previous: unknown, formData: FormData) {
  return setPasswordByLink(token, formData);
}
