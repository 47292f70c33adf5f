import { z } from "zod";

const base64url = z.string().regex(/^[\w-]+$/);
const credentialId = base64url.max(1400);
const part = base64url.max(20_000);

/** What every answer of `navigator.credentials` carries, in the JSON form of the standard. */
const answer = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};

const TRANSPORTS = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

export const createdPasskey = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: part,
    attestationObject: part,
    transports: z.array(z.enum(TRANSPORTS).catch("hybrid")).max(10).optional(),
  }),
});
export type CreatedPasskey = z.infer<typeof createdPasskey>;

export const usedPasskey = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: z.string().max(200).optional(),
  }),
});
export type UsedPasskey = z.infer<typeof usedPasskey>;

const name = z.string().trim().min(1).max(80);

export const addPasskeyInput = z.object({ name, passkey: createdPasskey });
export type AddPasskeyInput = z.input<typeof addPasskeyInput>;

export const renamePasskeyInput = z.object({ passkeyId: z.uuid(), name });
export type RenamePasskeyInput = z.infer<typeof renamePasskeyInput>;

export const removePasskeyInput = z.object({ passkeyId: z.uuid() });
export type RemovePasskeyInput = z.infer<typeof removePasskeyInput>;

export const usePasskeyInput = z.object({ passkey: usedPasskey });
export type UsePasskeyInput = z.input<typeof usePasskeyInput>;

export const passkeyView = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
});
export type PasskeyView = z.infer<typeof passkeyView>;

/** What the browser is asked; the standard's own form, which only the browser's library reads. */
export const passkeyOptions = z.record(z.string(), z.unknown());
