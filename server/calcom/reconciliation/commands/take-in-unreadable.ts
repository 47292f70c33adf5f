import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { UnreadableBooking } from "../../adapters/calcom-odd-rows";
import { keepUnreadable } from "../../commands/keep-unreadable";
import { changeHeldRun, type HeldRun } from "../repository/held-runs";
import type { UnreadSide } from "../rules/unread-sides";

// Not audited: nothing is changed.
/** A booking of which no sense can be made is kept for a person, once, as far as it can be made out. */
export async function takeInUnreadable(
  ctx: CompanyContext,
  { run, side }: { run: HeldRun; side: UnreadSide<UnreadableBooking> },
): Promise<void> {
  const { row, uids, isKnown } = side;
  const news = { trigger: row.why, eventTypeId: row.eventTypeId, said: row.said };
  await transact(ctx, async (tx) => {
    const { state } = await keepUnreadable(tx, { news, uids });
    if (state !== "kept_for_person") return;
    // What is known stands among the pairs that were compared.
    const counts = { compared: isKnown ? 0 : 1, drifted: 1, kept: 1 };
    await changeHeldRun(tx, run, { counts, kinds: isKnown ? [] : ["missing_in_platform"] });
  });
}
