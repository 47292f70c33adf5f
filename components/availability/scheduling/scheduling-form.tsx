"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { slotMode, staffStrategy } from "@/server/tenancy/scheduling/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { useUnsavedGuard } from "../../shared/use-unsaved-guard";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { toast } from "../../ui/toast-store";
import { changedFields } from "./changed-fields";
import { ExampleMorning } from "./example-morning";
import { ExplainedChoice } from "./explained-choice";
import { IntervalField } from "./interval-field";

/** When an appointment may begin, and who gets what anybody could do; what is chosen is shown at once, and holds once saved. */
export function SchedulingForm() {
  const text = useText("scheduling");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.company.scheduling.queryOptions());
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Partial<typeof data>>({});
  const edit = useMutation(
    trpc.company.editScheduling.mutationOptions({
      onSuccess: (saved) => {
        client.setQueryData(trpc.company.scheduling.queryKey(), saved);
        setChosen({});
        toast({ title: text("saved") });
      },
      meta: { refresh: ["availability"] },
    }),
  );
  const change = (part: Partial<typeof data>) => {
    setChosen({ ...chosen, ...part });
    edit.reset();
  };
  const { slotIntervalMinutes, slotMode: mode, assignment } = { ...data, ...chosen };
  const changed = changedFields(data, chosen);
  const isChanged = Object.keys(changed).length > 0;
  useUnsavedGuard(isChanged && !edit.isPending);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate(changed);
  };
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-5">
      <Card aria-labelledby="starts-title">
        <CardHeader>
          <CardTitle id="starts-title">{text("starts.title")}</CardTitle>
        </CardHeader>
        <CardContent className="flex flex-col gap-5">
          <IntervalField value={slotIntervalMinutes} onChange={(minutes) => change({ slotIntervalMinutes: minutes })} />
          <ExplainedChoice
            name="mode"
            options={slotMode.options}
            value={mode}
            onChange={(next) => change({ slotMode: next })}
          />
          <ExampleMorning slotIntervalMinutes={slotIntervalMinutes} slotMode={mode} />
        </CardContent>
      </Card>
      <Card aria-labelledby="assignment-title">
        <CardHeader>
          <CardTitle id="assignment-title">{text("assignment.title")}</CardTitle>
        </CardHeader>
        <CardContent className="flex flex-col gap-3">
          <p className="max-w-prose text-muted-foreground">{text("assignment.lead")}</p>
          <ExplainedChoice
            name="assignment"
            options={staffStrategy.options}
            value={assignment}
            onChange={(next) => change({ assignment: next })}
          />
        </CardContent>
      </Card>
      {edit.error && <RefusalNote error={edit.error} />}
      <Button type="submit" variant="primary" isBusy={edit.isPending} disabled={!isChanged} className="self-start">
        {text("save")}
      </Button>
    </form>
  );
}
