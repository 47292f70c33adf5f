import { createHash } from "node:crypto";
import { AppError } from "@/server/core/errors";
import { toAvatar } from "../adapters/sharp";
import { pictureKind } from "../rules/picture-kind";

interface TakenPicture {
  image: Buffer;
  digest: string;
}

/** A small picture of our own making out of what somebody sent, by what it is and not by what it is called. Writes nothing. */
export async function takePicture(base64: string, { maxBytes }: { maxBytes: number }): Promise<TakenPicture> {
  const picture = Buffer.from(base64, "base64");
  if (picture.length > maxBytes) throw new AppError({ code: "PAYLOAD_TOO_LARGE", reason: "picture_too_large" });
  if (!pictureKind(picture)) throw new AppError({ code: "VALIDATION_ERROR", reason: "picture_kind" });
  const image = await toAvatar(picture).catch((cause: unknown) => {
    throw new AppError({ code: "VALIDATION_ERROR", reason: "picture_unreadable" }, { cause });
  });
  return { image, digest: createHash("sha256").update(image).digest("hex") };
}
