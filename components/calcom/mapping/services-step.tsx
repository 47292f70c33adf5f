"use client";

import { useMutation } from "@tanstack/react-query";
import type { MappingReview } from "@/server/calcom/mapping/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { Note } from "../../shared/note";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";
import { StepCard } from "../connection/step-card";
import { GapList } from "./gap-list";
import { NothingToMap } from "./nothing-to-map";
import { OfferLine } from "./offer-line";
import { PushResult } from "./push-result";
import { areServicesMapped } from "./standing";

/** Services on the left, the event types that stand for them on the right; what is missing there can be made. */
export function ServicesStep({ review }: { review: MappingReview }) {
  const text = useText("calcom-connection");
  const trpc = useTRPC();
  const meta = { refresh: ["calcomConnection"] };
  const accept = useMutation(
    trpc.calcomMapping.acceptProposals.mutationOptions({
      meta,
      onSuccess: ({ accepted }) => toast({ title: text("services.accepted", { count: accepted }) }),
    }),
  );
  const push = useMutation(trpc.calcomMapping.pushEventTypes.mutationOptions({ meta }));
  const set = useMutation(trpc.calcomMapping.setMapping.mutationOptions({ meta }));
  const gapText = useText("calcom-gaps");
  const { offers, gaps } = review;
  const proposed = offers.filter(({ proposedId }) => proposedId !== null).length;
  const missing = offers.filter(({ mapping, proposedId }) => !mapping && proposedId === null).length;
  const isDone = areServicesMapped(review);
  if (offers.length === 0) {
    return (
      <StepCard step="services" number={4} state="next">
        <NothingToMap step="services" href="/services" />
      </StepCard>
    );
  }
  const actions = (
    <>
      {proposed > 0 && (
        <Button variant="primary" isBusy={accept.isPending} onClick={() => accept.mutate()}>
          {text("services.accept", { count: proposed })}
        </Button>
      )}
      <Button
        variant={proposed === 0 && missing > 0 ? "primary" : undefined}
        isBusy={push.isPending}
        onClick={() => push.mutate()}
      >
        {text("services.push")}
      </Button>
    </>
  );
  return (
    <StepCard step="services" number={4} state={isDone ? "done" : "next"} actions={actions}>
      <div className="hidden px-3 font-medium text-muted-foreground text-sm sm:flex">
        <span className="flex-1">{text("services.ours")}</span>
        <span className="w-80">{text("services.theirs")}</span>
      </div>
      <ul className="divide-y rounded-md border">
        {offers.map((offer) => (
          <OfferLine
            key={`${offer.serviceId} ${offer.staffId}`}
            {...{ offer, review }}
            isBusy={set.isPending}
            onChoose={(calcomEventTypeId) =>
              set.mutate({ serviceId: offer.serviceId, staffId: offer.staffId, calcomEventTypeId })
            }
          />
        ))}
      </ul>
      {gaps.length > 0 && (
        <Note tone="warning">
          <p>{gapText("visits")}</p>
          <GapList gaps={gaps} />
        </Note>
      )}
      <div aria-live="polite" className="empty:hidden">
        {push.data && <PushResult result={push.data} />}
        {(accept.error ?? push.error ?? set.error) && <RefusalNote error={accept.error ?? push.error ?? set.error} />}
      </div>
    </StepCard>
  );
}
