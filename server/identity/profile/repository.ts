import { appClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import type { EditProfileInput, Profile } from "./schema";

type Client = Pick<Prisma.TransactionClient, "$queryRaw">;

export async function readProfile(userId: string): Promise<Profile | null> {
  const rows = await appClient().$queryRaw<Profile[]>`
    SELECT name, email, locale, timezone, avatar_url AS "avatarUrl" FROM profile_find(${userId}::uuid)`;
  return rows[0] ?? null;
}

export async function writeProfile(userId: string, profile: EditProfileInput, client: Client): Promise<void> {
  const { name, locale, timezone } = profile;
  await client.$queryRaw`SELECT profile_edit(${userId}::uuid, ${name}, ${locale}, ${timezone})::text`;
}

interface StoredAvatar {
  image: Uint8Array;
  digest: string;
}

export async function writeAvatar(
  userId: string,
  { image, digest, url }: StoredAvatar & { url: string },
  client: Client,
): Promise<void> {
  await client.$queryRaw`SELECT avatar_set(${userId}::uuid, ${image}, ${digest}, ${url})::text`;
}

export async function deleteAvatar(userId: string, client: Client): Promise<void> {
  await client.$queryRaw`SELECT avatar_remove(${userId}::uuid)::text`;
}

/** The picture, if whoever asks may see it. */
export async function readAvatar(readerId: string, userId: string): Promise<StoredAvatar | null> {
  const rows = await appClient().$queryRaw<StoredAvatar[]>`
    SELECT image, digest FROM avatar_find(${readerId}::uuid, ${userId}::uuid)`;
  return rows[0] ?? null;
}
