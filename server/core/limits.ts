import { z } from "zod";
import { env } from "./env";

const schema = z.object({ factor: z.number().positive().default(1) });
let factor: number | undefined;

/** A limit as this installation has it: LIMITS raises all of them alike. */
export function limitOf(base: number): number {
  factor ??= schema.parse(JSON.parse(env().LIMITS ?? "{}")).factor;
  return Math.ceil(base * factor);
}
