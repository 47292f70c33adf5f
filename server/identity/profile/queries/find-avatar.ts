import { readAvatar } from "../repository";
import type { AvatarPicture } from "../schema";

/** A person's picture, for themselves and those who work with them; null for anybody else, and where there is none. */
export async function findAvatar(readerId: string, userId: string): Promise<AvatarPicture | null> {
  const found = await readAvatar(readerId, userId);
  return found && { image: Buffer.from(found.image).toString("base64"), digest: found.digest };
}
