"use client";

import { parseAsIsoDateTime, parseAsStringLiteral, useQueryStates } from "nuqs";
import { FilterSelect } from "../shared/filter-select";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Card, CardHeader, CardTitle } from "../ui/card";
import { CustomerTimeline } from "./customer-timeline";
import { KINDS } from "./timeline-entries";
import { useTimelineKinds } from "./use-timeline";

const parsers = { kind: parseAsStringLiteral(KINDS), before: parseAsIsoDateTime };

interface TimelineCardProps {
  customerId: string;
  loadedAt: number;
  className?: string;
}

/** The course of events with what narrows it; kind and page stand in the URL. */
export function TimelineCard({ customerId, loadedAt, className }: TimelineCardProps) {
  const text = useText("customers");
  const kinds = useTimelineKinds();
  const [{ kind, before }, change] = useQueryStates(parsers, { history: "push" });
  const older = (olderThan: Date | null) =>
    (olderThan || before) && (
      <div className="flex justify-between gap-2 border-t p-2">
        {before ? <Button onClick={() => void change({ before: null })}>{text("timeline.latest")}</Button> : <span />}
        {olderThan && <Button onClick={() => void change({ before: olderThan })}>{text("timeline.older")}</Button>}
      </div>
    );
  return (
    <Card className={className}>
      <CardHeader>
        <CardTitle>{text("timeline.title")}</CardTitle>
        <FilterSelect
          label={text("timeline.everything")}
          value={kind}
          onChange={(value) => void change({ kind: KINDS.find((each) => each === value) ?? null, before: null })}
          options={kinds.map((value) => ({ value, label: text(`timeline.kinds.${value}`) }))}
          className="max-sm:max-w-1/2"
        />
      </CardHeader>
      <CustomerTimeline customerId={customerId} loadedAt={loadedAt} kind={kind} before={before} older={older} />
    </Card>
  );
}
