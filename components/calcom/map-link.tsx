"use client";

import type { ConflictView } from "@/server/calcom/conflicts/schema";
import { useCan } from "../providers/company-provider";
import { PageLink } from "../shared/page-link";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";

const UNMAPPED: readonly ConflictView["reason"][] = ["unknown_event_type", "unknown_host"];

/** What nobody has mapped is mapped where the connection is set up; only then can it be taken over. */
export function MapLink({ reason, name }: { reason: ConflictView["reason"]; name: string }) {
  const text = useText("calcom");
  const canMap = useCan("edit_integrations");
  if (!canMap || !UNMAPPED.includes(reason)) return null;
  return (
    <Button variant="secondary" size="sm" asChild>
      <PageLink href="/settings/calcom/connection" aria-label={text("actionOf", { action: text("actions.map"), name })}>
        {text("actions.map")}
      </PageLink>
    </Button>
  );
}
