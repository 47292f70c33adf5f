import { notFound } from "@/server/core/errors";
import { findEmail } from "../repository";
import type { EmailView } from "../schema";

/** Somebody's address, whether they proved that they read it, and the one that waits for its proof. */
export async function getEmail({ userId }: { userId: string }): Promise<EmailView> {
  const facts = await findEmail(userId);
  if (!facts) throw notFound("account");
  return { email: facts.email, isVerified: facts.verifiedAt !== null, newEmail: facts.newEmail };
}
