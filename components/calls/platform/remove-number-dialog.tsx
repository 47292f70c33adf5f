"use client";

import { useMutation } from "@tanstack/react-query";
import type { PhoneNumberView } from "@/server/calls/platform/schema";
import type { PlatformCompanyDetails } from "@/server/tenancy/platform/schema/companies";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

interface RemoveNumberDialogProps {
  number: PhoneNumberView;
  company: PlatformCompanyDetails;
}

export function RemoveNumberDialog({ number: { id, numberText }, company }: RemoveNumberDialogProps) {
  const text = useText("admin");
  const remove = useMutation(useTRPC().platform.phoneNumbers.remove.mutationOptions());
  return (
    <ConfirmDialog
      title={text("companies.numbers.remove.title", { number: numberText })}
      description={text("companies.numbers.remove.lead", { name: company.name })}
      confirmLabel={text("companies.numbers.remove.submit")}
      mutation={remove}
      input={{ companyId: company.id, phoneNumberId: id }}
      isDestructive
      onDone={() => toast({ title: text("companies.numbers.remove.done", { number: numberText }) })}
    />
  );
}
