"use server";

import type { LinkResult } from "@/components/identity/email-request-form";
import { askForLink } from "@/server/api/rsc-links";

export async function askForResetAction(_previous: LinkResult | undefined, formData: FormData): Promise<LinkResult> {
  const result = await askForLink("password_reset", formData);
  return { ...result, email: String(formData.get("email") ?? "").trim() };
}
