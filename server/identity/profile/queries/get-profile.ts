import { notFound } from "@/server/core/errors";
import { readProfile } from "../repository";
import type { Profile } from "../schema";

/** What somebody's account says of them. */
export async function getProfile(userId: string): Promise<Profile> {
  const profile = await readProfile(userId);
  if (!profile) throw notFound("user");
  return profile;
}
