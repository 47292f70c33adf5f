"use client";

import { useMutation } from "@tanstack/react-query";
import type { MappingReview } from "@/server/calcom/mapping/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { NativeSelect } from "../../ui/native-select";
import { toast } from "../../ui/toast-store";
import { StepCard } from "../connection/step-card";
import { NothingToMap } from "./nothing-to-map";
import { arePeopleMatched, isPersonGone } from "./standing";

/** Our people on the left, the same ones over there on the right. */
export function PeopleStep({ review: { staff, members } }: { review: MappingReview }) {
  const text = useText("calcom-connection");
  const trpc = useTRPC();
  const set = useMutation(trpc.calcomMapping.setMember.mutationOptions());
  const refresh = ["calcomConnection"];
  const match = useMutation(
    trpc.calcomMapping.matchMembers.mutationOptions({
      meta: { refresh },
      onSuccess: (result) => toast({ title: text("people.matched", { ...result }) }),
    }),
  );
  const proposed = staff.filter(({ proposedUserId }) => proposedUserId !== null).length;
  const isDone = arePeopleMatched({ staff, members });
  const actions = proposed > 0 && (
    <Button variant="primary" isBusy={match.isPending} onClick={() => match.mutate()}>
      {text("people.match", { count: proposed })}
    </Button>
  );
  if (staff.length === 0) {
    return (
      <StepCard step="people" number={3} state="next">
        <NothingToMap step="people" href="/staff" />
      </StepCard>
    );
  }
  return (
    <StepCard step="people" number={3} state={isDone ? "done" : "next"} actions={actions}>
      <ul className="divide-y rounded-md border">
        {staff.map((person) => (
          <PersonLine
            key={person.staffId}
            {...{ person, members }}
            isBusy={set.isPending}
            onChoose={(calcomUserId) => set.mutate({ staffId: person.staffId, calcomUserId })}
          />
        ))}
      </ul>
      {(set.error ?? match.error) && <RefusalNote error={set.error ?? match.error} />}
    </StepCard>
  );
}

interface PersonLineProps {
  person: MappingReview["staff"][number];
  members: MappingReview["members"];
  isBusy: boolean;
  onChoose: (calcomUserId: number | null) => void;
}

/** One of our people, and who that is over there. */
function PersonLine({ person, members, isBusy, onChoose }: PersonLineProps) {
  const text = useText("calcom-connection");
  const { name, calcomUserId, proposedUserId } = person;
  const isGone = isPersonGone(person, members);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2">
      <span className="min-w-32 flex-1 font-medium">{name}</span>
      {isGone && <Badge tone="warning">{text("people.gone")}</Badge>}
      {calcomUserId === null && (
        <Badge tone={proposedUserId ? "info" : "grey"}>
          {text(proposedUserId ? "people.proposed" : "people.nobody")}
        </Badge>
      )}
      <span className="w-full sm:w-80">
        <NativeSelect
          aria-label={text("people.of", { name })}
          value={calcomUserId ?? ""}
          disabled={isBusy}
          onChange={({ target }) => onChoose(target.value === "" ? null : Number(target.value))}
        >
          <option value="">{text("people.none")}</option>
          {isGone && <option value={calcomUserId ?? ""}>{text("people.gone")}</option>}
          {members.map(({ userId, name: memberName, email }) => (
            <option key={userId} value={userId}>
              {`${memberName} (${email})${userId === proposedUserId ? ` – ${text("people.proposed")}` : ""}`}
            </option>
          ))}
        </NativeSelect>
      </span>
    </li>
  );
}
