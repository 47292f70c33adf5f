"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import type { PlatformCompanyDetails } from "@/server/tenancy/platform/schema/companies";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { ErrorState } from "../../shared/error-state";
import { useText } from "../../shared/use-text";
import { WidgetRowsSkeleton } from "../../shared/widget";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { PhoneNumberLine } from "./phone-number-line";

const AddNumberDialog = lazy(() => import("./add-number-dialog").then((file) => ({ default: file.AddNumberDialog })));

/** The numbers that lead to a company: without one its telephone agent answers nobody. */
export function PhoneNumbersCard({ company }: { company: PlatformCompanyDetails }) {
  const text = useText("admin");
  const [isAdding, setAdding] = useState(false);
  const numbers = useQuery(useTRPC().platform.phoneNumbers.list.queryOptions({ companyId: company.id }));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("companies.numbers.title")}</CardTitle>
        {company.status !== "closed" && (
          <Button size="sm" onClick={() => setAdding(true)}>
            <Plus />
            {text("companies.numbers.new.action")}
          </Button>
        )}
      </CardHeader>
      {numbers.error ? (
        <ErrorState error={numbers.error} onRetry={() => void numbers.refetch()} />
      ) : !numbers.data ? (
        <WidgetRowsSkeleton rows={2} rowClass="h-12" />
      ) : numbers.data.length === 0 ? (
        <CardContent className="text-muted-foreground">{text("companies.numbers.none")}</CardContent>
      ) : (
        <ul className="divide-y">
          {numbers.data.map((number) => (
            <PhoneNumberLine key={number.id} number={number} company={company} />
          ))}
        </ul>
      )}
      <DialogSlot isOpen={isAdding} onClose={() => setAdding(false)}>
        <AddNumberDialog company={company} />
      </DialogSlot>
    </Card>
  );
}
