import { z } from "zod";
import { zoneId } from "@/server/core/time";
import { locale } from "../schema";

export const profileView = z.object({
  name: z.string(),
  email: z.string(),
  locale: z.string(),
  timezone: z.string(),
  avatarUrl: z.string().nullable(),
});
export type Profile = z.infer<typeof profileView>;

export const editProfileInput = z.object({
  name: z.string().trim().min(1).max(120),
  locale,
  timezone: z.string().max(60).pipe(zoneId),
});
export type EditProfileInput = z.infer<typeof editProfileInput>;

/** As much as a picture may weigh before we write it anew. */
export const MAX_PICTURE_BYTES = 2_000_000;

/** Base64; a browser sends the bytes themselves to a route of their own. */
export const setAvatarInput = z.object({ image: z.base64().max(Math.ceil(MAX_PICTURE_BYTES / 3) * 4) });
export type SetAvatarInput = z.infer<typeof setAvatarInput>;

export const avatarUrlView = z.object({ avatarUrl: z.string() });

export const findAvatarInput = z.object({ userId: z.uuid() });
export type FindAvatarInput = z.infer<typeof findAvatarInput>;
export const avatarView = z.object({ image: z.base64(), digest: z.string() });
export type AvatarPicture = z.infer<typeof avatarView>;
