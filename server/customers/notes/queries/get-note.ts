import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { requireCustomer } from "../../commands/load-customer";
import { findNote } from "../repository";
import type { NoteInput, NoteView } from "../schema";

/** A note that whoever asks may read. */
export async function getNote(ctx: CompanyContext, input: NoteInput): Promise<NoteView> {
  return transact(ctx, async (tx) => {
    await requireCustomer(tx, input);
    const note = await findNote(tx, input);
    if (!note) throw notFound("note");
    return note;
  });
}
