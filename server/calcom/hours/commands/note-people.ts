import type { TransactionContext } from "@/server/core/context";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import { connectionNotes } from "../../connection/schema";

// Not audited: it tells how the other side is.
/** Shown with the connection, by name, until it is otherwise. */
export async function notePeople(
  tx: TransactionContext,
  { what, staffIds }: { what: "hoursRefused" | "calendarUnseen"; staffIds: readonly string[] },
): Promise<void> {
  const known = connectionNotes.parse(await readConnectionNotes(tx, "calcom"))[what];
  const sorted = [...staffIds].sort();
  if (known.join() !== sorted.join()) await noteConnection(tx, { provider: "calcom", notes: { [what]: sorted } });
}
