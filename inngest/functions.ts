import type { InngestFunction } from "inngest";

/** Every function that is served: one line for each file in `inngest/<context>/`. */
export const functions: InngestFunction.Any[] = [];
