"use client";

import { Ban, CircleCheck, CircleX, FlaskConical, Hourglass } from "lucide-react";
import type { CompanyStatus } from "@/server/tenancy/platform/schema/companies";
import type { TenantStatus } from "@/server/tenancy/platform/schema/tenants";
import { StatusBadge, type StatusLook } from "../../shared/status-badge";
import { useText } from "../../shared/use-text";

const LOOKS: Record<TenantStatus | CompanyStatus, StatusLook> = {
  trial: { tone: "info", icon: FlaskConical },
  active: { tone: "success", icon: CircleCheck },
  past_due: { tone: "warning", icon: Hourglass },
  suspended: { tone: "danger", icon: Ban },
  cancelled: { tone: "grey", icon: CircleX },
  closed: { tone: "grey", icon: CircleX },
};

/** How a tenant, or one of its companies, stands. */
export function StandingBadge({ status }: { status: TenantStatus | CompanyStatus }) {
  const text = useText("admin");
  return <StatusBadge {...LOOKS[status]} label={text(`status.${status}`)} />;
}
