"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";

interface StepCardProps {
  step: "key" | "team" | "people" | "services" | "webhook";
  number: number;
  state: "done" | "next" | "later";
  actions?: ReactNode;
  children: ReactNode;
}

/** One step of the way: what it is for, and what there is to do; a later one only says what it will be for. */
export function StepCard({ step, number, state, actions, children }: StepCardProps) {
  const text = useText("calcom-connection");
  const id = `calcom-step-${step}`;
  return (
    <Card aria-labelledby={id}>
      <CardHeader className="flex min-h-12 flex-wrap items-center justify-between gap-3 border-b px-4 py-2">
        <div className="flex min-w-0 items-center gap-2.5">
          <span
            aria-hidden="true"
            data-tone={state === "done" ? "success" : "grey"}
            className="grid size-6 shrink-0 place-items-center rounded-full bg-tone-subtle font-medium text-sm text-tone-text"
          >
            {state === "done" ? <Check className="size-4" /> : number}
          </span>
          <CardTitle id={id}>{text(`${step}.title`)}</CardTitle>
        </div>
        {state !== "next" && <Badge tone={state === "done" ? "success" : "grey"}>{text(`states.${state}`)}</Badge>}
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        <p className="text-muted-foreground">{text(`${step}.what`)}</p>
        {state !== "later" && children}
        {state !== "later" && actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </CardContent>
    </Card>
  );
}
