"use client";

import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { Note } from "../../shared/note";
import { PageLink } from "../../shared/page-link";
import { useText } from "../../shared/use-text";
import { GapList } from "./gap-list";

/** What of a service would stand here only, and where that is settled; nothing where all of it can be at Cal.com too. */
export function ServiceGaps({ serviceId }: { serviceId: string }) {
  const text = useText("calcom-gaps");
  const maySettle = useCan("edit_integrations");
  const { data: gaps = [] } = useQuery(useTRPC().calcomMapping.listGaps.queryOptions({ serviceId }));
  if (gaps.length === 0) return null;
  return (
    <Note tone="warning" className="mb-4">
      <p>{text("service")}</p>
      <GapList gaps={gaps} />
      {maySettle && (
        <PageLink
          href="/settings/calcom/connection"
          className="mt-2 inline-block font-medium underline underline-offset-4"
        >
          {text("settle")}
        </PageLink>
      )}
    </Note>
  );
}
