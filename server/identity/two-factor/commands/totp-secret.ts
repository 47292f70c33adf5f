import { decrypt, encrypt } from "@/server/core/crypto";

const placeOf = (userId: string) => ({ column: "users.totp_secret_encrypted", rowId: userId });

export const sealSecret = (userId: string, secret: string): string => encrypt(secret, placeOf(userId));
export const openSecret = (userId: string, stored: string): string => decrypt(stored, placeOf(userId));
