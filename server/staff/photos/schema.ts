import { z } from "zod";

/** As much as a photo may weigh before we write it anew. */
export const MAX_PHOTO_BYTES = 2_000_000;
/** The same in base64, with what stands around it. */
export const MAX_UPLOAD_BYTES = Math.ceil(MAX_PHOTO_BYTES / 3) * 4 + 2000;

/** Base64; a browser sends the bytes themselves to a route of their own. */
export const setPhotoInput = z.object({
  staffId: z.uuid(),
  image: z.base64().max(Math.ceil(MAX_PHOTO_BYTES / 3) * 4),
});
export type SetPhotoInput = z.infer<typeof setPhotoInput>;

export const photoOfStaffInput = z.object({ staffId: z.uuid() });
export type PhotoOfStaffInput = z.infer<typeof photoOfStaffInput>;

/** Where it is read; the address changes with the photo. */
export const photoUrlView = z.object({ avatarUrl: z.string() });

/** A square WebP in base64. */
export const photoView = z.object({ image: z.base64(), digest: z.string() });
export type Photo = z.infer<typeof photoView>;
