"use server";

import type { SignInResult } from "@/components/identity/sign-in-form";
import { signInWithPassword } from "@/server/api/rsc-sign-in";

/** Redirects on success; otherwise says what was wrong and keeps the address typed. */
export async function signInAction(_previous: SignInResult, formData: FormData): Promise<SignInResult> {
  const error = await signInWithPassword(formData);
  return { error, email: String(formData.get("email") ?? "") };
}
