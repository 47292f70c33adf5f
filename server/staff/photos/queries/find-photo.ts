import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { readPhoto } from "../repository";
import type { Photo, PhotoOfStaffInput } from "../schema";

/** The photo of somebody whom the reader may see; NOT_FOUND for anybody else's, and where there is none. */
export async function findPhoto(ctx: CompanyContext, { staffId }: PhotoOfStaffInput): Promise<Photo> {
  const photo = await transact(ctx, (tx) => readPhoto(tx, staffId));
  if (!photo) throw notFound("picture");
  return { image: Buffer.from(photo.image).toString("base64"), digest: photo.digest };
}
