"use client";

import { useCan } from "../../providers/company-provider";
import { PageLink } from "../../shared/page-link";
import { useText } from "../../shared/use-text";
import { refusalOf, type SyncRefusal } from "./sync-refusal";

/** What is settled where the connection is, and not at the appointment. */
const OF_CONNECTION: readonly SyncRefusal[] = ["not_mapped", "key_refused", "gone"];

/** Why it does not stand there as it stands here, what may be done about it, and the words that came with it. */
export function SyncError({ said }: { said: string }) {
  const text = useText("appointments");
  const maySettle = useCan("edit_integrations");
  const refusal = refusalOf(said);
  return (
    <div className="flex flex-col gap-1">
      <p>{text(`calcom.refusals.${refusal}`)}</p>
      {maySettle && OF_CONNECTION.includes(refusal) && (
        <PageLink href="/settings/calcom/connection" className="w-fit underline underline-offset-2">
          {text("calcom.connection")}
        </PageLink>
      )}
      <p className="break-words text-muted-foreground text-sm">{text("calcom.said", { said })}</p>
    </div>
  );
}
