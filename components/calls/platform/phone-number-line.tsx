"use client";

import { Trash2 } from "lucide-react";
import { lazy, useState } from "react";
import type { PhoneNumberView } from "@/server/calls/platform/schema";
import type { PlatformCompanyDetails } from "@/server/tenancy/platform/schema/companies";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const RemoveNumberDialog = lazy(() =>
  import("./remove-number-dialog").then((file) => ({ default: file.RemoveNumberDialog })),
);

interface PhoneNumberLineProps {
  number: PhoneNumberView;
  company: PlatformCompanyDetails;
}

export function PhoneNumberLine({ number, company }: PhoneNumberLineProps) {
  const text = useText("admin");
  const [isRemoving, setRemoving] = useState(false);
  const { numberText, branch, retellAgentId } = number;
  const where = [branch.name, retellAgentId && text("companies.numbers.agent", { agent: retellAgentId })];
  return (
    <li className="flex items-center justify-between gap-4 px-4 py-2">
      <div className="min-w-0">
        <p className="font-medium tabular-nums">{numberText}</p>
        <p className="wrap-anywhere text-muted-foreground text-sm">{where.filter(Boolean).join(" · ")}</p>
      </div>
      <Button
        variant="ghost"
        size="icon"
        aria-label={text("companies.numbers.remove.action", { number: numberText })}
        onClick={() => setRemoving(true)}
      >
        <Trash2 />
      </Button>
      <DialogSlot isOpen={isRemoving} onClose={() => setRemoving(false)}>
        <RemoveNumberDialog number={number} company={company} />
      </DialogSlot>
    </li>
  );
}
