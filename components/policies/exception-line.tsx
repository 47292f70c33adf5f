"use client";

import { lazy, useState } from "react";
import type { PolicyField, PolicyView } from "@/server/policies/schema";
import { useCan } from "../providers/company-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import type { PolicyPlace } from "./policy-place";
import { usePolicyWords } from "./use-policy-words";

const ResetPolicyDialog = lazy(() =>
  import("./reset-policy-dialog").then((file) => ({ default: file.ResetPolicyDialog })),
);

interface ExceptionLineProps {
  policy: PolicyView;
  onEdit: (place: PolicyPlace) => void;
}

/** Who differs, in what, and the two things to do about it. */
export function ExceptionLine({ policy, onEdit }: ExceptionLineProps) {
  const text = useText("policies");
  const { describe } = usePolicyWords();
  const mayEdit = useCan("edit_policies") && policy.isEditable;
  const [isResetting, setResetting] = useState(false);
  const { policyType, scope, id, name, config, version } = policy;
  const fields = Object.keys(config) as PolicyField[];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          <Badge>{text(`scopes.${scope}`)}</Badge>
        </p>
        <ul className="text-muted-foreground text-sm">
          {fields.map((field) => (
            <li key={field}>
              {text(`fields.${field}`)}: <span className="tabular-nums">{describe(field, config[field])}</span>
            </li>
          ))}
        </ul>
      </div>
      {mayEdit && (
        <div className="flex gap-2">
          <Button
            size="sm"
            aria-label={text("editOf", { name })}
            onClick={() => onEdit({ policyType, scope, id, name })}
          >
            {text("edit")}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            aria-label={text("exceptions.resetOf", { name })}
            onClick={() => setResetting(true)}
          >
            {text("exceptions.reset")}
          </Button>
        </div>
      )}
      <DialogSlot isOpen={isResetting} onClose={() => setResetting(false)}>
        <ResetPolicyDialog place={{ policyType, scope, id, name }} version={version} />
      </DialogSlot>
    </li>
  );
}
