"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { drawTimeline } from "@/server/catalog/services/rules/timeline";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useTRPC } from "../../providers/trpc-provider";
import { Note } from "../../shared/note";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { useUnsavedGuard } from "../../shared/use-unsaved-guard";
import { Button } from "../../ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "../../ui/card";
import { toast } from "../../ui/toast-store";
import { useOrder } from "../use-order";
import { chainFaults } from "./chain-faults";
import { ChainFigures } from "./chain-figures";
import { LinkRow } from "./link-row";
import { TimelineChart } from "./timeline-chart";
import { type LinkDraft, toSegment, useChainDraft } from "./use-chain-draft";

/** Puts a service together from links, and shows at once what comes of it for the customer and for the team. */
export function SegmentEditor({ service, isReadOnly }: { service: ServiceDetails; isReadOnly: boolean }) {
  const text = useText("catalog");
  const errors = useText("errors");
  const trpc = useTRPC();
  const draft = useChainDraft(service.segments);
  const order = useOrder(draft.move);
  const [isAsked, setAsked] = useState(false);
  const people = useQuery(trpc.staffOffers.list.queryOptions({ serviceId: service.id }));
  const services = useQuery(trpc.catalog.listServices.queryOptions({}));
  const save = useMutation(
    trpc.services.setSegments.mutationOptions({
      meta: { refresh: ["catalog", "availability", "staffOffers", "calcomMapping"] },
    }),
  );
  useUnsavedGuard(draft.isChanged);
  const faults = chainFaults(draft.chain, { text, errors });
  const isFaulty = faults.whole.length > 0 || Object.keys(faults.links).length > 0;
  const handleSave = () => {
    setAsked(true);
    if (isFaulty) return;
    const input = { serviceId: service.id, version: service.version, segments: draft.chain.map(toSegment) };
    save.mutate(input, {
      onSuccess: ({ segments }) => {
        draft.restart(segments);
        setAsked(false);
        toast({ title: text("segments.saved") });
      },
    });
  };
  const choices = {
    people: people.data ?? [],
    services: (services.data ?? []).filter(({ id }) => id !== service.id),
  };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("segments.title")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        <p className="max-w-prose text-muted-foreground">{text("segments.lead")}</p>
        {draft.chain.length > 0 && <Course service={service} chain={draft.chain} people={choices.people} />}
        <ol className="flex flex-col gap-2">
          {draft.chain.map((link, index) => (
            <LinkRow
              key={link.key}
              {...{ link, index, draft, order, choices, isReadOnly }}
              faults={isAsked ? (faults.links[index] ?? []) : []}
            />
          ))}
        </ol>
        {!isReadOnly && draft.chain.length < 20 && (
          <Button className="self-start" onClick={() => draft.add()}>
            <Plus />
            {text(draft.chain.length > 0 ? "segments.add" : "segments.addFirst")}
          </Button>
        )}
        {isAsked &&
          faults.whole.map((fault) => (
            <Note key={fault} tone="danger">
              {fault}
            </Note>
          ))}
        {save.error && <RefusalNote error={save.error} />}
        {draft.isChanged && service.comingCount > 0 && (
          <Note>{text("segments.comingKeep", { count: service.comingCount })}</Note>
        )}
      </CardContent>
      {!isReadOnly && (
        <CardFooter>
          {draft.isChanged && (
            <Button onClick={draft.discard} disabled={save.isPending}>
              {text("form.discard")}
            </Button>
          )}
          <Button variant="primary" onClick={handleSave} isBusy={save.isPending} disabled={!draft.isChanged}>
            {text("segments.save")}
          </Button>
        </CardFooter>
      )}
    </Card>
  );
}

interface CourseProps {
  service: ServiceDetails;
  chain: readonly LinkDraft[];
  people: readonly { staffId: string; name: string }[];
}

/** What is no number yet counts as none, so that the picture moves with each key. */
function Course({ service, chain, people }: CourseProps) {
  const text = useText("catalog");
  const { bufferBeforeMinutes, bufferAfterMinutes } = service;
  const whole = (minutes: number | null) => Math.min(1440, Math.max(0, Math.trunc(minutes ?? 0)));
  const segments = chain.map((link) => ({
    ...link,
    durationMinutes: whole(link.durationMinutes),
    gapAfterMinMinutes: whole(link.gapAfterMinMinutes),
    gapAfterMaxMinutes: Math.max(whole(link.gapAfterMinMinutes), whole(link.gapAfterMaxMinutes)),
  }));
  const timeline = drawTimeline({ segments, bufferBeforeMinutes, bufferAfterMinutes });
  const names = chain.map(({ name }, index) => name || text("segments.number", { number: index + 1 }));
  const nameOf = (staffId: string | null, lane: number) =>
    people.find((person) => person.staffId === staffId)?.name ?? text("timeline.person", { number: lane + 1 });
  return (
    <div className="flex flex-col gap-3 rounded-md border p-3">
      <TimelineChart timeline={timeline} names={names} nameOf={nameOf} />
      <ChainFigures timeline={timeline} />
    </div>
  );
}
