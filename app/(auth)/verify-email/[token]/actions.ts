"use server";

import { redirect } from "next/navigation";
import { confirmAddressByLink } from "@/server/api/rsc-links";

export async function confirmEmailAction(token: string, _previous: unknown, _formData: FormData) {
  const result = await confirmAddressByLink(token);
  if (result.isDone) redirect("/verify-email/done");
  return { message: result.message };
}
