"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import type { PolicyExplanation, PolicyType } from "@/server/policies/schema";
import { useCan, useCompany } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardHeader, CardTitle } from "../ui/card";
import { usePolicyWords } from "./use-policy-words";

const EditPolicyDialog = lazy(() =>
  import("./edit-policy-dialog").then((file) => ({ default: file.EditPolicyDialog })),
);

/** What holds wherever nobody says anything else. */
export function CompanyPolicy({ type }: { type: PolicyType }) {
  const text = useText("policies");
  const { isEverywhere } = useCompany();
  const mayEdit = useCan("edit_policies") && isEverywhere;
  const [isOpen, setOpen] = useState(false);
  const { data } = useSuspenseQuery(useTRPC().policies.explain.queryOptions({ policyType: type }));
  return (
    <Card aria-labelledby="company-policy">
      <CardHeader>
        <CardTitle id="company-policy">{text("company")}</CardTitle>
        {mayEdit && (
          <Button size="sm" aria-label={text("editOf", { name: text("company") })} onClick={() => setOpen(true)}>
            {text("edit")}
          </Button>
        )}
      </CardHeader>
      <dl className="divide-y">
        {data.fields.map((field) => (
          <FieldLine key={field.field} explained={field} />
        ))}
      </dl>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <EditPolicyDialog place={{ policyType: type, scope: "company", id: null, name: text("company") }} />
      </DialogSlot>
    </Card>
  );
}

function FieldLine({ explained }: { explained: PolicyExplanation["fields"][number] }) {
  const text = useText("policies");
  const { describe } = usePolicyWords();
  const { field, value, isSetHere, below } = explained;
  const others = below.map((one) => text("belowOne", { name: one.name, value: describe(field, one.value) }));
  return (
    <div className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[1fr_auto]">
      <dt className="text-muted-foreground">{text(`fields.${field}`)}</dt>
      <dd className="flex flex-wrap items-center gap-2 sm:justify-end">
        <span className="font-medium tabular-nums">{describe(field, value)}</span>
        <Badge tone={isSetHere ? "info" : "grey"}>{text(isSetHere ? "source.here" : "source.default")}</Badge>
      </dd>
      {others.length > 0 && (
        <dd className="text-muted-foreground text-sm sm:col-span-2">{text("below", { list: others.join(", ") })}</dd>
      )}
    </div>
  );
}
