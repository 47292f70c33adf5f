import { appClient } from "@/server/core/db";

export type Forgotten = { what: string; forgotten: number };

/** How many rows of each kind were forgotten, at most so many of each. */
export async function forgetBatch(limit: number): Promise<Forgotten[]> {
  return appClient().$queryRaw`SELECT what, forgotten FROM forget_what_is_over(${limit}::int)`;
}

/** Carries out of a transaction what it found, and so undoes it. */
class TakenBack extends Error {
  constructor(readonly found: Forgotten[]) {
    super("taken back");
  }
}

/** How many rows of each kind would be forgotten: they are, and at once are not. */
export async function countForgettable(limit: number): Promise<Forgotten[]> {
  try {
    return await appClient().$transaction(async (tx) => {
      throw new TakenBack(await tx.$queryRaw`SELECT what, forgotten FROM forget_what_is_over(${limit}::int)`);
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.found;
    throw error;
  }
}
