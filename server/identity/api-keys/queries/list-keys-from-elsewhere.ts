import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listGroupKeys } from "../repository";
import { isPlaceForKeys } from "../rules";
import type { ApiKeyView } from "../schema";
import { toGroupKeyView } from "../views";

/** The group's keys that other businesses keep and that work here, or did until this one ended them. */
export async function listKeysFromElsewhere(ctx: CompanyContext): Promise<ApiKeyView[]> {
  const keys = await transact(ctx, listGroupKeys);
  const reaching = keys.filter(({ home, place }) => isPlaceForKeys(home) && isPlaceForKeys(place));
  return reaching.map((key) => toGroupKeyView(key, ctx.now));
}
