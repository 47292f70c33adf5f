"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { CalcomConnectionView } from "@/server/calcom/connection/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ErrorState } from "../../shared/error-state";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { Skeleton } from "../../ui/skeleton";
import { StepCard } from "./step-card";

const NOBODY = "none";

/** Which team is booked; without one it is whoever the key belongs to. */
export function TeamStep({ connection }: { connection: CalcomConnectionView }) {
  const text = useText("calcom-connection");
  const trpc = useTRPC();
  const id = useId();
  const teams = useQuery(trpc.calcomConnection.listTeams.queryOptions());
  const choose = useMutation(
    trpc.calcomConnection.chooseTeam.mutationOptions({ meta: { refresh: ["calcomMapping"] } }),
  );
  const { isTeamChosen, team, account } = connection;
  const kept = isTeamChosen ? String(team?.id ?? NOBODY) : null;
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = picked ?? kept ?? String(teams.data?.[0]?.id ?? NOBODY);
  const save = (
    <Button
      variant={isTeamChosen ? undefined : "primary"}
      isBusy={choose.isPending}
      disabled={!teams.data || chosen === kept}
      onClick={() => choose.mutate({ teamId: chosen === NOBODY ? null : Number(chosen) })}
    >
      {text("team.save")}
    </Button>
  );
  return (
    <StepCard step="team" number={2} state={isTeamChosen ? "done" : "next"} actions={save}>
      {teams.isError ? (
        <ErrorState error={teams.error} onRetry={() => teams.refetch()} />
      ) : !teams.data ? (
        <Skeleton className="h-9" />
      ) : (
        <div className="flex flex-col gap-1.5 sm:w-80">
          <Label htmlFor={id}>{text("team.label")}</Label>
          <NativeSelect id={id} value={chosen} onChange={(event) => setPicked(event.target.value)}>
            {teams.data.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
            <option value={NOBODY}>{text("team.nobody", { name: account?.name ?? "" })}</option>
          </NativeSelect>
        </div>
      )}
      {choose.error && <RefusalNote error={choose.error} />}
    </StepCard>
  );
}
