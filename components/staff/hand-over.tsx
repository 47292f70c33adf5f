"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AppointmentView } from "@/server/appointments/schema";
import { useTRPC } from "../providers/trpc-provider";
import { Note } from "../shared/note";
import { RefusalNote } from "../shared/refusal-note";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { NativeSelect } from "../ui/native-select";
import { Skeleton } from "../ui/skeleton";
import { comingInput } from "./coming-input";
import { useHandOver } from "./use-hand-over";

/** Each coming appointment can go to somebody else at the same time, one by one or all in one go. */
export function HandOver({ staffId, count }: { staffId: string; count: number }) {
  const text = useText("staff");
  const trpc = useTRPC();
  const [loadedAt] = useState(() => Date.now());
  const coming = useQuery(trpc.appointments.list.queryOptions(comingInput(staffId, loadedAt)));
  const people = useQuery(trpc.staff.list.queryOptions({}));
  const { hand, isBusy, refusals } = useHandOver();
  if (coming.error) return <RefusalNote error={coming.error} />;
  if (!coming.data || !people.data) return <Skeleton className="h-32 w-full" />;
  const candidatesOf = ({ service, branch }: AppointmentView) =>
    people.data.filter(
      ({ id, isBookable, serviceIds, branchIds }) =>
        id !== staffId && isBookable && serviceIds.includes(service.id) && branchIds.includes(branch.id),
    );
  const handAll = async () => {
    for (const appointment of coming.data.items)
      await hand(
        appointment,
        candidatesOf(appointment).map(({ id }) => id),
      );
  };
  return (
    <section className="flex flex-col gap-2">
      <Note tone="warning">{text("archive.appointments", { count })}</Note>
      <ul className="divide-y rounded-lg border">
        {coming.data.items.map((appointment) => (
          <HandOverLine
            key={appointment.id}
            appointment={appointment}
            candidates={candidatesOf(appointment)}
            refusal={refusals.get(appointment.id)}
            isBusy={isBusy}
            onHand={(id) => void hand(appointment, [id])}
          />
        ))}
      </ul>
      {coming.data.items.length > 0 && (
        <Button isBusy={isBusy} onClick={() => void handAll()} className="self-start">
          {text("archive.handAll")}
        </Button>
      )}
    </section>
  );
}

interface HandOverLineProps {
  appointment: AppointmentView;
  candidates: { id: string; name: string }[];
  refusal: string | undefined;
  isBusy: boolean;
  onHand: (staffId: string) => void;
}

function HandOverLine({ appointment, candidates, refusal, isBusy, onHand }: HandOverLineProps) {
  const text = useText("staff");
  const format = useFormatters();
  const { startsAt, customer, serviceName } = appointment;
  const label = text("archive.handTo", { customer: customer.name });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="break-words font-medium">
          {customer.name} <span className="font-normal text-muted-foreground">· {serviceName}</span>
        </p>
        <time className="text-muted-foreground text-sm">{format.dateTime(startsAt)}</time>
      </div>
      {candidates.length > 0 ? (
        <NativeSelect
          aria-label={label}
          value=""
          disabled={isBusy}
          onChange={(event) => event.target.value && onHand(event.target.value)}
          className="w-48"
        >
          <option value="">{text("archive.choose")}</option>
          {candidates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      ) : (
        <span className="text-muted-foreground text-sm">{text("archive.nobodyElse")}</span>
      )}
      {refusal && (
        <p role="alert" data-tone="danger" className="basis-full text-sm text-tone-text">
          {refusal}
        </p>
      )}
    </li>
  );
}
