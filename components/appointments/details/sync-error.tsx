"use client";

import { useText } from "../../shared/use-text";
import { refusalOf } from "./sync-refusal";

/** Why it does not stand there as it stands here, what may be done about it, and the words that came with it. */
export function SyncError({ said }: { said: string }) {
  const text = useText("appointments");
  return (
    <div className="flex flex-col gap-1">
      <p>{text(`calcom.refusals.${refusalOf(said)}`)}</p>
      <p className="break-words text-muted-foreground text-sm">{text("calcom.said", { said })}</p>
    </div>
  );
}
