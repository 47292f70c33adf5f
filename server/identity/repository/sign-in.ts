import { appClient } from "@/server/core/db";
import { limitOf } from "@/server/core/limits";

/** The company is not known yet at sign-in: these functions of the database say no more than the door needs. */
interface SignInFacts {
  userId: string | null;
  name: string | null;
  passwordHash: string | null;
  locale: string | null;
  lockedUntil: Date | null;
  hasTwoFactor: boolean | null;
}

/** How many refusals within an hour one network address may cause before it waits too. */
const REFUSALS_OF_AN_ADDRESS = 20;

export async function findSignIn(email: string, ip: string | undefined): Promise<SignInFacts> {
  const rows = await appClient().$queryRaw<SignInFacts[]>`
    SELECT user_id AS "userId", name, password_hash AS "passwordHash", locale, locked_until AS "lockedUntil", has_totp AS "hasTwoFactor"
    FROM sign_in_find(${email}::citext, ${ip ?? null}, ${limitOf(REFUSALS_OF_AN_ADDRESS)}::int)`;
  const nobody = { userId: null, name: null, passwordHash: null, locale: null, lockedUntil: null, hasTwoFactor: null };
  return rows[0] ?? nobody;
}

export interface RefusedSignIn {
  attemptId: string;
  email: string;
  ip: string | undefined;
  userId: string | null;
  reason: string;
}

export async function countRefusedSignIn({ attemptId, email, ip, userId, reason }: RefusedSignIn): Promise<void> {
  await appClient().$queryRaw`
    SELECT sign_in_refused(${attemptId}::uuid, ${email}::citext, ${ip ?? null}, ${userId}::uuid, ${reason})::text`;
}

export interface SignInPlace {
  companyId: string;
  ipAllowlist: string[];
}

/** Where they work, the first place first. */
export async function listSignInPlaces(userId: string): Promise<SignInPlace[]> {
  return appClient().$queryRaw<SignInPlace[]>`
    SELECT company_id AS "companyId", ip_allowlist AS "ipAllowlist" FROM sign_in_places(${userId}::uuid)`;
}

interface SeenDevice {
  id: string;
  userId: string;
  tokenHash: string;
  family: string;
  ip: string | undefined;
}

/** Whether somebody has signed in with this browser before; it is known from now on. */
export async function recogniseDevice(device: SeenDevice): Promise<"first" | "known" | "new"> {
  const { id, userId, tokenHash, family, ip } = device;
  const [row] = await appClient().$queryRaw<{ verdict: "first" | "known" | "new" }[]>`
    SELECT device_recognise(${id}::uuid, ${userId}::uuid, ${tokenHash}, ${family}, ${ip ?? null}) AS verdict`;
  return row?.verdict ?? "known";
}
