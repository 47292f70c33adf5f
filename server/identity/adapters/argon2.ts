import { hash, verify } from "@node-rs/argon2";

/**
 * Argon2id (the library's default). RFC 9106 and OWASP's Password Storage Cheat Sheet take 46 MiB and one pass as the least;
 * this is 64 MiB and as many passes as take about 100 ms on a server of two cores.
 */
const COST = { memoryCost: 65_536, timeCost: 8, parallelism: 1 };

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Takes as long for a user who does not exist, or has no password, as for a wrong one. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const standIn = await decoy;
  const isRight = await verify(passwordHash ?? standIn, password);
  return passwordHash !== null && isRight;
}
