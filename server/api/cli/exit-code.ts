import type { Failure } from "../failure";

/** 0: done. 1: refused, or something was found. 2: wrong usage. 3: a fault. */
export const EXIT = { done: 0, refused: 1, usage: 2, fault: 3 } as const;

export function exitCodeOf({ code }: Failure): number {
  if (code === "VALIDATION_ERROR") return EXIT.usage;
  return code === "INTERNAL" ? EXIT.fault : EXIT.refused;
}
