import { createHash } from "node:crypto";
import { AppError } from "@/server/core/errors";
import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { toAvatar } from "../adapters/sharp";
import { writeAvatar } from "../repository";
import { pictureKind } from "../rules/picture-kind";
import { MAX_PICTURE_BYTES, type SetAvatarInput } from "../schema";

/** Takes a picture of the person, by what it is and not by what it is called, and keeps a small one of our own making. */
export async function setAvatar(account: AccountContext, input: SetAvatarInput): Promise<{ avatarUrl: string }> {
  const { userId } = account;
  const image = await requirePicture(Buffer.from(input.image, "base64"));
  const digest = createHash("sha256").update(image).digest("hex");
  const avatarUrl = `/api/account/avatar/${userId}?v=${digest.slice(0, 12)}`;
  await changeAccount(account, {
    action: "set_avatar",
    work: ({ tx }) => writeAvatar(userId, { image, digest, url: avatarUrl }, tx),
  });
  return { avatarUrl };
}

async function requirePicture(picture: Buffer): Promise<Buffer> {
  if (picture.length > MAX_PICTURE_BYTES)
    throw new AppError({ code: "PAYLOAD_TOO_LARGE", reason: "picture_too_large" });
  if (!pictureKind(picture)) throw new AppError({ code: "VALIDATION_ERROR", reason: "picture_kind" });
  return toAvatar(picture).catch((cause: unknown) => {
    throw new AppError({ code: "VALIDATION_ERROR", reason: "picture_unreadable" }, { cause });
  });
}
