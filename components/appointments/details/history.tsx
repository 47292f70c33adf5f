"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { type Change, describeActor, describeChange } from "./describe-change";
import { Section } from "./section";

/** Everything that happened to it, the latest first, with who did it. */
export function History({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment.timezone);
  const staff = useQuery(useTRPC().staff.list.queryOptions({}));
  const namers = {
    when: (at: string) => formatters.dateTime(at),
    staffName: (id: string) => staff.data?.find((each) => each.id === id)?.name,
  };
  if (appointment.modifications.length === 0) return null;
  return (
    <Section title={text("history.title")}>
      <ol className="flex flex-col gap-3 border-l pl-4">
        {appointment.modifications.map((change) => {
          const { key, values } = describeChange(change, namers);
          return (
            <li key={change.id} className="relative">
              <span
                aria-hidden="true"
                className="absolute top-1.5 -left-4 size-2 -translate-x-1/2 rounded-full bg-neutral-8"
              />
              <p>{text(`history.${key}`, values)}</p>
              {change.reason && change.type !== "violation" && (
                <p className="text-muted-foreground">„{change.reason}“</p>
              )}
              <p className="text-muted-foreground text-sm">
                <Who actor={change.actor} /> · <time>{formatters.dateTime(change.occurredAt)}</time>
              </p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function Who({ actor }: Pick<Change, "actor">) {
  const text = useText("appointments");
  const canSeeCalls = useCan("view_calls");
  const { key, name } = describeActor(actor);
  const words = key ? text(`actors.${key}`) : name;
  if (!canSeeCalls || key !== "agent" || typeof actor.callId !== "string") return words;
  return (
    <Link href={`/calls/${actor.callId}`} prefetch={false} className="underline underline-offset-2">
      {words}
    </Link>
  );
}
