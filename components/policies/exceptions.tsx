"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import type { PolicyType } from "@/server/policies/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { EmptyState } from "../shared/empty-state";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Card, CardHeader, CardTitle } from "../ui/card";
import { ExceptionLine } from "./exception-line";
import type { PolicyPlace } from "./policy-place";

const AddExceptionDialog = lazy(() =>
  import("./add-exception-dialog").then((file) => ({ default: file.AddExceptionDialog })),
);
const EditPolicyDialog = lazy(() =>
  import("./edit-policy-dialog").then((file) => ({ default: file.EditPolicyDialog })),
);

/** Branches, services and people for whom something else holds. */
export function Exceptions({ type }: { type: PolicyType }) {
  const text = useText("policies");
  const mayEdit = useCan("edit_policies");
  const [isAdding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<PolicyPlace | null>(null);
  const { data } = useSuspenseQuery(useTRPC().policies.list.queryOptions({ policyType: type }));
  const differing = data.filter(({ scope }) => scope !== "company");
  const handleChoose = (place: PolicyPlace) => {
    setAdding(false);
    setChosen(place);
  };
  const add = mayEdit && (
    <Button size="sm" onClick={() => setAdding(true)}>
      {text("exceptions.add")}
    </Button>
  );
  return (
    <Card aria-labelledby="policy-exceptions">
      <CardHeader>
        <CardTitle id="policy-exceptions">{text("exceptions.title")}</CardTitle>
        {differing.length > 0 && add}
      </CardHeader>
      {differing.length === 0 ? (
        <EmptyState title={text("exceptions.empty")} action={add}>
          {text("exceptions.emptyHint")}
        </EmptyState>
      ) : (
        <>
          <p className="border-b px-4 py-2.5 text-muted-foreground text-sm">{text("exceptions.order")}</p>
          <ul className="divide-y">
            {differing.map((policy) => (
              <ExceptionLine key={policy.id} policy={policy} onEdit={handleChoose} />
            ))}
          </ul>
        </>
      )}
      <DialogSlot isOpen={isAdding} onClose={() => setAdding(false)}>
        <AddExceptionDialog type={type} onChoose={handleChoose} />
      </DialogSlot>
      <DialogSlot isOpen={chosen !== null} onClose={() => setChosen(null)}>
        {chosen && <EditPolicyDialog place={chosen} />}
      </DialogSlot>
    </Card>
  );
}
