"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { PolicyResult } from "@/server/appointments/schema";
import { Verdict } from "../../policies/verdict";
import { useCompany } from "../../providers/company-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import type { Move } from "./apply-move";

/** A move that the rules have something to say to, before it is made. */
export interface MoveAsked {
  move: Move;
  policy: PolicyResult;
  /** Why it moves against a rule that blocks it. */
  overrideReason?: string;
}

interface MoveQuestionProps {
  question: MoveAsked;
  zone: string;
  onConfirm: (question: MoveAsked) => Promise<void>;
}

/** What moving it would cost and why; it moves only if somebody says so. */
export function MoveQuestion({ question, zone, onConfirm }: MoveQuestionProps) {
  const [text, words] = [useText("calendar"), useText("appointments")];
  const formatters = useFormatters(zone);
  const { currency } = useCompany();
  const { move, policy } = question;
  const [overrideReason, setReason] = useState("");
  const id = useId();
  const isBlocked = policy.action === "block";
  const when = { from: formatters.dateTime(move.entry.startsAt), to: formatters.dateTime(move.startsAt) };
  return (
    <ConfirmDialog
      title={text("move.ask", { customer: move.entry.customerName })}
      description={text("move.fromTo", when)}
      confirmLabel={text("move.anyway")}
      mutation={useMutation({ mutationFn: onConfirm })}
      input={{ ...question, ...(isBlocked && { overrideReason }) }}
      isReady={!isBlocked || overrideReason.trim() !== ""}
    >
      <Verdict policy={policy} currency={currency} />
      {isBlocked && (
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={id}>{words("override.why")}</Label>
          <Input
            id={id}
            maxLength={500}
            aria-describedby={`${id}hint`}
            value={overrideReason}
            onChange={({ target }) => setReason(target.value)}
          />
          <p id={`${id}hint`} className="text-muted-foreground text-sm">
            {words("override.whyHint")}
          </p>
        </div>
      )}
    </ConfirmDialog>
  );
}
