import { hash } from "@node-rs/argon2";

/** A stored password like the product's, but quick to check: a hash says itself what it costs. */
export function quickHash(password: string): Promise<string> {
  return hash(password, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
}
