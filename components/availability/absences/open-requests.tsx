"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { lazy, useState } from "react";
import type { ExceptionView } from "@/server/availability/exceptions/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { StatusBadge } from "../../shared/status-badge";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { KIND_LOOKS } from "./absence-look";
import { useWhenText } from "./use-when-text";

const DecisionDialog = lazy(() => import("./decision-dialog").then((file) => ({ default: file.DecisionDialog })));
const WithdrawDialog = lazy(() => import("./withdraw-dialog").then((file) => ({ default: file.WithdrawDialog })));

type Step = { request: ExceptionView; kind: "approve" | "refuse" | "withdraw" };

/** What somebody asked for and nobody has decided; nothing at all where there is none. */
export function OpenRequests() {
  const text = useText("absences");
  const whenText = useWhenText();
  const branchId = useSearchParams().get("branch") ?? undefined;
  const { data } = useQuery(useTRPC().exceptions.list.queryOptions({ state: "requested", branchId, limit: 50 }));
  const mayDecide = useCan("edit_schedule_exceptions");
  const [step, setStep] = useState<Step | null>(null);
  if (!data || data.items.length === 0) return null;
  return (
    <Card aria-labelledby="open-requests">
      <CardHeader>
        <CardTitle id="open-requests">{text(mayDecide ? "requests.title" : "requests.own")}</CardTitle>
      </CardHeader>
      <ul className="divide-y">
        {data.items.map((request) => {
          const facts = { who: request.ownerName ?? "", when: whenText(request) };
          return (
            <li key={request.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {facts.who}
                  <StatusBadge {...KIND_LOOKS[request.kind]} label={text(`kinds.${request.kind}`)} />
                </p>
                <p className="text-muted-foreground">{[facts.when, request.reason].filter(Boolean).join(" · ")}</p>
              </div>
              {mayDecide ? (
                <div className="flex gap-2">
                  <Button
                    size="sm"
                    aria-label={text("requests.approveOf", facts)}
                    onClick={() => setStep({ request, kind: "approve" })}
                  >
                    <Check />
                    {text("requests.approve")}
                  </Button>
                  <Button
                    size="sm"
                    variant="ghost"
                    aria-label={text("requests.refuseOf", facts)}
                    onClick={() => setStep({ request, kind: "refuse" })}
                  >
                    <X />
                    {text("requests.refuse")}
                  </Button>
                </div>
              ) : (
                <Button
                  size="sm"
                  aria-label={text("requests.withdrawOf", facts)}
                  onClick={() => setStep({ request, kind: "withdraw" })}
                >
                  {text("requests.withdraw")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <DialogSlot isOpen={step !== null} onClose={() => setStep(null)}>
        {step &&
          (step.kind === "withdraw" ? (
            <WithdrawDialog request={step.request} />
          ) : (
            <DecisionDialog request={step.request} isApproved={step.kind === "approve"} />
          ))}
      </DialogSlot>
    </Card>
  );
}
