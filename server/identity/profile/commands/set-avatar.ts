import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { writeAvatar } from "../repository";
import { MAX_PICTURE_BYTES, type SetAvatarInput } from "../schema";
import { takePicture } from "./take-picture";

/** Takes a picture of the person, by what it is and not by what it is called, and keeps a small one of our own making. */
export async function setAvatar(account: AccountContext, input: SetAvatarInput): Promise<{ avatarUrl: string }> {
  const { userId } = account;
  const { image, digest } = await takePicture(input.image, { maxBytes: MAX_PICTURE_BYTES });
  const avatarUrl = `/api/account/avatar/${userId}?v=${digest.slice(0, 12)}`;
  await changeAccount(account, {
    action: "set_avatar",
    work: ({ tx }) => writeAvatar(userId, { image, digest, url: avatarUrl }, tx),
  });
  return { avatarUrl };
}
