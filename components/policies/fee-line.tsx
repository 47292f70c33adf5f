"use client";

import { lazy, useState } from "react";
import type { FeeView } from "@/server/appointments/fees/schema";
import { useCompany } from "../providers/company-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import type { Tone } from "../ui/tone";
import { FEE_ACTIONS, type FeeAction, isPossible } from "./fee-actions";
import { explainFee } from "./verdict-words";

const DecideFeeDialog = lazy(() => import("./decide-fee-dialog").then((file) => ({ default: file.DecideFeeDialog })));

const TONES: Record<FeeView["status"], Tone> = { open: "amber", released: "blue", waived: "grey", paid: "green" };

/** One fee: for what, how it comes about, what was decided, and what may be. */
export function FeeLine({ fee }: { fee: FeeView }) {
  const text = useText("fees");
  const formatters = useFormatters(fee.appointment.timezone);
  const { permissions } = useCompany();
  const [action, setAction] = useState<FeeAction | null>(null);
  const money = (cents: number) => formatters.money(cents, fee.currency);
  const [kind, amount] = [text(`kinds.${fee.kind}`), money(fee.openCents)];
  const when = formatters.dateTime(fee.appointment.startsAt);
  const offered = FEE_ACTIONS.filter((one) => isPossible(one, fee.status) && permissions.includes(`${one}_fees`));
  const how = fee.explanation ? explainFee(fee.explanation, { text, money }) : [];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="tabular-nums">{money(fee.amountCents)}</span> {kind}
          <Badge tone={TONES[fee.status]}>{text(`statuses.${fee.status}`)}</Badge>
        </p>
        <p className="text-muted-foreground text-sm">
          <PageLink href={`/appointments/${fee.appointment.id}`} className="underline underline-offset-2">
            {text("of", { service: fee.appointment.serviceName, when })}
          </PageLink>
        </p>
        <p className="text-muted-foreground text-sm">{[...how, decisionOf(fee, text)].filter(Boolean).join(" ")}</p>
      </div>
      {offered.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {offered.map((one) => (
            <Button
              key={one}
              size="sm"
              variant={one === "waive" ? "ghost" : "secondary"}
              aria-label={text("actionOf", { action: text(`actions.${one}`), kind, amount })}
              onClick={() => setAction(one)}
            >
              {text(`actions.${one}`)}
            </Button>
          ))}
        </div>
      )}
      <DialogSlot isOpen={action !== null} onClose={() => setAction(null)}>
        {action && <DecideFeeDialog fee={fee} action={action} />}
      </DialogSlot>
    </li>
  );
}

/** "Erlassen von Kim Beispiel: war krank." */
function decisionOf({ status, decidedBy, decisionReason }: FeeView, text: ReturnType<typeof useText>): string {
  const who = decidedBy ? text("decided", { status: text(`statuses.${status}`), name: decidedBy }) : "";
  const why =
    decisionReason && text.has(`reasons.${decisionReason}`) ? text(`reasons.${decisionReason}`) : decisionReason;
  const sentence = [who, why].filter(Boolean).join(": ");
  return sentence && `${sentence}.`;
}
