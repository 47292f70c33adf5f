"use client";

import { useMutation } from "@tanstack/react-query";
import type { CalcomConnectionView } from "@/server/calcom/connection/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DetailList } from "../../shared/detail-list";
import { Note } from "../../shared/note";
import { RefusalNote } from "../../shared/refusal-note";
import { RelativeTime } from "../../shared/relative-time";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";
import { eventName } from "../../webhooks/webhook-words";
import { StepCard } from "./step-card";

/** Whether Cal.com tells us of changes, when it last did, and a look over there. */
export function WebhookStep({ connection: { webhook } }: { connection: CalcomConnectionView }) {
  const text = useText("calcom-connection");
  const webhooks = useText("webhooks");
  const trpc = useTRPC();
  const check = useMutation(trpc.calcomConnection.checkWebhook.mutationOptions());
  const register = useMutation(
    trpc.calcomConnection.registerWebhook.mutationOptions({
      onSuccess: () => {
        check.reset();
        toast({ title: text("webhook.registered") });
      },
    }),
  );
  const canCheck = useCan("test_integrations");
  const isRegistered = webhook.registeredAt !== null;
  const { lastDeliveryAt, lastDeliveryEvent } = webhook;
  const { teamTypeCount: all, toldTypeCount: told } = webhook;
  const teamTypes: [string, string][] =
    isRegistered && all > 0 ? [[text("webhook.teamTypes"), text("webhook.told", { told, all })]] : [];
  const actions = (
    <>
      <Button
        variant={isRegistered ? undefined : "primary"}
        isBusy={register.isPending}
        onClick={() => register.mutate()}
      >
        {text(isRegistered ? "webhook.again" : "webhook.register")}
      </Button>
      {canCheck && (
        <Button isBusy={check.isPending} onClick={() => check.mutate()}>
          {text("webhook.check")}
        </Button>
      )}
    </>
  );
  return (
    <StepCard step="webhook" number={5} state={isRegistered ? "done" : "next"} actions={actions}>
      <DetailList
        items={[
          [text("webhook.since"), webhook.registeredAt && <RelativeTime key="since" at={webhook.registeredAt} />],
          [text("webhook.address"), webhook.address],
          ...teamTypes,
          [
            text("webhook.last"),
            lastDeliveryAt ? (
              <span key="last">
                <RelativeTime at={lastDeliveryAt} />
                {lastDeliveryEvent && ` (${eventName({ event: lastDeliveryEvent }, webhooks)})`}
              </span>
            ) : (
              text("webhook.never")
            ),
          ],
        ]}
      />
      <div aria-live="polite" className="empty:hidden">
        {check.data && (
          <Note tone={check.data.state === "registered" ? "success" : "warning"}>
            {text(`webhook.checked.${check.data.state}`)}
          </Note>
        )}
        {(register.error ?? check.error) && <RefusalNote error={register.error ?? check.error} />}
      </div>
    </StepCard>
  );
}
