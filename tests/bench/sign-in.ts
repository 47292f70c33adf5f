import { hashPassword, verifyPassword } from "@/server/identity/adapters/argon2";
import { type Figure, median } from "./figure";

const TRIES = 15;

/** What a guess costs whoever makes it, and a sign-in the server: comparing one password, one after the other. */
export async function benchSignIn(): Promise<Figure[]> {
  const passwordHash = await hashPassword("blaue wolken tanzen leise");
  await verifyPassword(passwordHash, "the first one also makes the stand-in");
  const times: number[] = [];
  for (let n = 0; n < TRIES; n++) {
    const startedAt = performance.now();
    await verifyPassword(passwordHash, "grüne wolken tanzen leise");
    times.push(performance.now() - startedAt);
  }
  const value = Math.round(median(times) * 10) / 10;
  return [{ name: "signin.hash.medianMs", value, unit: "ms", goal: { atLeast: 60, atMost: 160 } }];
}
