"use client";

import { Ban, CircleCheck, CircleX, Eye } from "lucide-react";
import { lazy, useState } from "react";
import type { PlatformCompanyDetails } from "@/server/tenancy/platform/schema/companies";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import type { CompanyStep } from "./company-status-dialog";

const ImpersonateDialog = lazy(() =>
  import("../../identity/impersonation/impersonate-dialog").then((file) => ({ default: file.ImpersonateDialog })),
);
const CompanyStatusDialog = lazy(() =>
  import("./company-status-dialog").then((file) => ({ default: file.CompanyStatusDialog })),
);

const ICONS = { suspended: Ban, active: CircleCheck, closed: CircleX } as const;

const stepsOf = (status: PlatformCompanyDetails["status"]): CompanyStep[] => {
  if (status === "closed") return ["active"];
  return status === "suspended" ? ["active", "closed"] : ["suspended", "closed"];
};

/** To look into it as support, and to suspend, close or open it again. */
export function CompanyActions({ company }: { company: PlatformCompanyDetails }) {
  const text = useText("admin");
  const [open, setOpen] = useState<CompanyStep | "impersonate" | null>(null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {stepsOf(company.status).map((step) => {
        const Icon = ICONS[step];
        return (
          <Button key={step} onClick={() => setOpen(step)}>
            <Icon />
            {text(`companies.steps.${step}.action`)}
          </Button>
        );
      })}
      {company.status !== "closed" && (
        <Button variant="primary" onClick={() => setOpen("impersonate")}>
          <Eye />
          {text("companies.impersonate.action")}
        </Button>
      )}
      <DialogSlot isOpen={open === "impersonate"} onClose={() => setOpen(null)}>
        <ImpersonateDialog companyId={company.id} companyName={company.name} />
      </DialogSlot>
      <DialogSlot isOpen={open !== null && open !== "impersonate"} onClose={() => setOpen(null)}>
        {open && open !== "impersonate" && <CompanyStatusDialog company={company} status={open} />}
      </DialogSlot>
    </div>
  );
}
