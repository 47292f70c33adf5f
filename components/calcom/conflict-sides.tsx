"use client";

import type { ReactNode } from "react";
import type { ConflictView, OurSide } from "@/server/calcom/conflicts/schema";
import { DetailList } from "../shared/detail-list";
import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { LinkButton } from "./link-button";

/** The booking over there and what stands here, next to each other; on a phone one below the other. */
export function ConflictSides({ conflict }: { conflict: ConflictView }) {
  const text = useText("calcom");
  const { theirs, ours, inTheWay, decisions } = conflict;
  const formatters = useFormatters(ours?.timezone);
  const different = differencesOf(conflict);
  const mark = (field: Field, value: string | null) =>
    value && different.has(field) ? (
      <mark key={field} data-tone="amber" className="rounded-sm bg-tone-subtle px-1 text-tone-text">
        {value} <span className="sr-only">({text("differs")})</span>
      </mark>
    ) : (
      value
    );
  const { startsAt, endsAt } = theirs;
  const when =
    startsAt && endsAt ? `${formatters.day(startsAt)}, ${formatters.timeRange(startsAt, endsAt)}` : text("untold");
  const status = text.has(`theirStatus.${theirs.status}`) ? text(`theirStatus.${theirs.status}`) : theirs.status;
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Side title={text("sides.theirs")}>
        <DetailList
          items={[
            [text("fields.when"), mark("when", when)],
            [text("fields.status"), status],
            [text("fields.customer"), mark("customer", theirs.attendeeName)],
            [text("fields.contact"), theirs.attendeeContact],
            [text("fields.service"), theirs.title],
            [text("fields.staff"), mark("staff", theirs.hostName)],
          ]}
        />
      </Side>
      <Side title={text("sides.ours")}>
        {ours && <Ours side={ours} />}
        {!ours && inTheWay.length === 0 && <p className="text-muted-foreground">{text("nothingHere")}</p>}
        {inTheWay.length > 0 && (
          <>
            <h4 className="text-muted-foreground text-sm">{text("inTheWay")}</h4>
            <ul className="flex flex-col gap-3">
              {inTheWay.map((side) => (
                <li key={side.appointmentId} className="flex flex-col items-start gap-2">
                  <Ours side={side} />
                  {decisions.includes("link") && <LinkButton conflictId={conflict.id} side={side} />}
                </li>
              ))}
            </ul>
          </>
        )}
      </Side>
    </div>
  );
}

type Field = "when" | "customer" | "staff";

/** What is not the same on both sides; where we have nothing, nothing is compared. */
function differencesOf({ theirs, ours }: ConflictView): ReadonlySet<Field> {
  if (!ours) return new Set();
  const isOther = (a: string | null, b: string) => a !== null && a.trim().toLowerCase() !== b.trim().toLowerCase();
  const { startsAt, endsAt } = theirs;
  const isSameTime = !startsAt || !endsAt || (+startsAt === +ours.startsAt && +endsAt === +ours.endsAt);
  const fields: Field[] = isSameTime ? [] : ["when"];
  if (isOther(theirs.attendeeName, ours.customerName)) fields.push("customer");
  if (isOther(theirs.hostName, ours.staffName)) fields.push("staff");
  return new Set(fields);
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2 rounded-md border p-3">
      <h3 className="font-medium text-sm">{title}</h3>
      {children}
    </section>
  );
}

function Ours({ side }: { side: OurSide }) {
  const text = useText("calcom");
  const appointments = useText("appointments");
  const formatters = useFormatters(side.timezone);
  const when = `${formatters.day(side.startsAt)}, ${formatters.timeRange(side.startsAt, side.endsAt)}`;
  return (
    <DetailList
      items={[
        [
          text("fields.when"),
          <PageLink key="when" href={`/appointments/${side.appointmentId}`} className="underline underline-offset-2">
            {when}
          </PageLink>,
        ],
        [text("fields.status"), appointments(`status.${side.status}`)],
        [text("fields.customer"), side.customerName],
        [text("fields.service"), side.serviceName],
        [text("fields.staff"), side.staffName],
      ]}
    />
  );
}
