"use client";

import { ArrowUpRight, RotateCw } from "lucide-react";
import { lazy, useState } from "react";
import type { WebhookDetails, WebhookSubject } from "@/server/webhooks/schema";
import { useCan } from "../providers/company-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { PageLink } from "../shared/page-link";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";

const ReplayDialog = lazy(() => import("./replay-dialog").then((file) => ({ default: file.ReplayDialog })));

const PLACES: Record<WebhookSubject["type"], { permission: string; href: (id: string) => string }> = {
  call: { permission: "view_calls", href: (id) => `/calls/${id}` },
  appointment: { permission: "view_appointments", href: (id) => `/appointments/${id}` },
  notification: { permission: "view_appointments", href: (id) => `/messages?open=${id}` },
};

/** To what came of a delivery, and once more from the beginning. */
export function WebhookActions({ webhook: { id, status, canReplay, subject } }: { webhook: WebhookDetails }) {
  const text = useText("webhooks");
  const [isAsking, setAsking] = useState(false);
  const mayReplay = useCan("retry_webhooks");
  const place = subject && PLACES[subject.type];
  const seesSubject = useCan(place?.permission ?? "view_appointments");
  return (
    <>
      {subject && place && seesSubject && (
        <Button asChild>
          <PageLink href={place.href(subject.id)}>
            <ArrowUpRight />
            {text(`subjects.${subject.type}`)}
          </PageLink>
        </Button>
      )}
      {canReplay && mayReplay && (
        <Button onClick={() => setAsking(true)}>
          <RotateCw />
          {text("replay.action")}
        </Button>
      )}
      <DialogSlot isOpen={isAsking} onClose={() => setAsking(false)}>
        <ReplayDialog webhookLogId={id} status={status} />
      </DialogSlot>
    </>
  );
}
