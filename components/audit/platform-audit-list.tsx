"use client";

import { AuditList } from "./audit-list";
import { AuditSourceContext } from "./audit-source";

/** What operators did: the same list over the platform's own chain. */
export function PlatformAuditList({ loadedAt }: { loadedAt: number }) {
  return (
    <AuditSourceContext value="platform">
      <AuditList loadedAt={loadedAt} />
    </AuditSourceContext>
  );
}
