"use client";

import { useMutation } from "@tanstack/react-query";
import {
  type PlatformCompanyDetails,
  type SetCompanyStatusInput,
  setCompanyStatusInput,
} from "@/server/tenancy/platform/schema/companies";
import { useTRPC } from "../../providers/trpc-provider";
import { ReasonDialog } from "../../shared/reason-dialog";
import { useText } from "../../shared/use-text";

export type CompanyStep = SetCompanyStatusInput["status"];

/** To suspend a company, to close it, or to open it again. */
export function CompanyStatusDialog({ company, status }: { company: PlatformCompanyDetails; status: CompanyStep }) {
  const text = useText("admin");
  const set = useMutation(useTRPC().platform.companies.setStatus.mutationOptions());
  return (
    <ReasonDialog
      title={text(`companies.steps.${status}.title`, { name: company.name })}
      description={text(`companies.steps.${status}.lead`)}
      submitLabel={text(`companies.steps.${status}.action`)}
      reasonLabel={text("reason.label")}
      reasonHint={text("reason.hint")}
      schema={setCompanyStatusInput}
      input={{ companyId: company.id, status }}
      mutation={set}
    />
  );
}
