"use server";

import { acceptInvitation, joinByInvitation } from "@/server/api/rsc-invitation";

/** Redirects on success; otherwise says what is wrong with the name, the password or the link. */
export async function acceptInvitationAction(token: string, _previous: unknown, formData: FormData) {
  return acceptInvitation(token, formData);
}

export async function joinAction(token: string, _previous: unknown, _formData: FormData) {
  return joinByInvitation(token);
}
