"use server";

import { getText } from "@/components/shared/get-text";
import { confirmAddressByLink } from "@/server/api/rsc-links";

export async function confirmEmailAction(token: string, _previous: unknown, _formData: FormData) {
  const result = await confirmAddressByLink(token);
  if (!result.isDone) return { message: result.message };
  return { done: (await getText("links"))("verify.done") };
}
