"use client";

import { Archive, CirclePause, Layers, TriangleAlert, Users } from "lucide-react";
import type { ServiceView } from "@/server/catalog/services/schema/view";
import { StatusBadge } from "../../shared/status-badge";
import { useText } from "../../shared/use-text";

type Marked = Pick<ServiceView, "status" | "isComposite" | "capacity" | "staffCount">;

/** What is special about a service; most have none of it. */
export function ServiceBadges({ service }: { service: Marked }) {
  const text = useText("catalog");
  const { status, isComposite, capacity, staffCount } = service;
  return (
    <>
      {status === "archived" && <StatusBadge tone="grey" icon={Archive} label={text("status.archived")} />}
      {status === "inactive" && <StatusBadge tone="amber" icon={CirclePause} label={text("status.inactive")} />}
      {isComposite && <StatusBadge tone="info" icon={Layers} label={text("badges.composite")} />}
      {capacity > 1 && <StatusBadge tone="violet" icon={Users} label={text("badges.class", { count: capacity })} />}
      {status === "active" && staffCount === 0 && (
        <StatusBadge tone="warning" icon={TriangleAlert} label={text("badges.nobody")} />
      )}
    </>
  );
}
