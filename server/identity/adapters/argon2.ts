import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the library's default) with more work than OWASP's minimum of 19 MiB and two passes. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Takes as long for a user who does not exist, or has no password, as for a wrong one. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const isRight = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && isRight;
}
