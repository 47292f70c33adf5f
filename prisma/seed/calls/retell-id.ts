import { createHash } from "node:crypto";
import type { SeedBusiness } from "../business";

/** As the provider names calls: `call_` and 27 hexadecimal digits. */
export function retellIdOf({ key }: SeedBusiness, index: number): string {
  return `call_${createHash("sha256").update(`${key}/call/${index}`).digest("hex").slice(0, 27)}`;
}
