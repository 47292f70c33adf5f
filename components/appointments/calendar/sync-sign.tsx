import { calcomLooks } from "../appointment-marks";
import type { Block } from "./blocks";

/** Whether Cal.com has it too; said in words by the label of what it stands in. */
export function SyncSign({ block: { entry } }: { block: Block }) {
  const sync = !entry || entry.calcomSyncStatus === "not_linked" ? null : calcomLooks[entry.calcomSyncStatus];
  if (!sync) return null;
  return (
    <span data-tone={sync.tone} data-sync={entry?.calcomSyncStatus} className="shrink-0 text-tone-text">
      <sync.icon aria-hidden="true" className="size-3.5" />
    </span>
  );
}
