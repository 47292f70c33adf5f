"use server";

import { redirect } from "next/navigation";
import type { CodeResult } from "@/components/identity/code-form";
import { signInWithCode } from "@/server/api/rsc-sign-in";

/** Redirects on success, and back to the beginning when too much time has passed. */
export async function signInWithCodeAction(_previous: CodeResult, formData: FormData): Promise<CodeResult> {
  const error = await signInWithCode(formData);
  if (error === "expired") redirect("/login?reason=expired");
  return { error };
}
