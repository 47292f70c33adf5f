import { appClient } from "@/server/core/db";

/** How many rows of each kind were forgotten, at most so many of each. */
export async function forgetBatch(limit: number): Promise<{ what: string; forgotten: number }[]> {
  return appClient().$queryRaw`SELECT what, forgotten FROM forget_what_is_over(${limit}::int)`;
}
