"use client";

import type { SessionView } from "@/server/availability/classes/schema";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { cn } from "../../ui/cn";
import { ColourDot } from "../colour-dot";
import { PlacesBar } from "./places-bar";

interface SessionDaysProps {
  sessions: SessionView[];
  openId: string | null;
  onOpen: (sessionId: string) => void;
}

/** The sessions under their days. */
export function SessionDays({ sessions, openId, onOpen }: SessionDaysProps) {
  const format = useFormatters();
  const days = new Map<string, SessionView[]>();
  for (const session of sessions) {
    const day = format.longDate(session.startsAt);
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={day}>
      <h2 className="border-b bg-neutral-2 px-4 py-2 font-semibold">{day}</h2>
      <ul className="divide-y border-b last:border-b-0">
        {ofDay.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            isOpen={session.id === openId}
            onOpen={() => onOpen(session.id)}
          />
        ))}
      </ul>
    </section>
  ));
}

interface SessionLineProps {
  session: SessionView;
  isOpen: boolean;
  onOpen: () => void;
}

function SessionLine({ session, isOpen, onOpen }: SessionLineProps) {
  const text = useText("classes");
  const format = useFormatters(session.branch.timezone);
  const { service, staff, resources, startsAt, endsAt, capacity, placesTaken, cancelledAt } = session;
  const rooms = resources.map(({ name }) => name).join(", ");
  return (
    <li className={cn("relative transition-colors", isOpen ? "bg-primary-subtle" : "hover:bg-muted")}>
      <div className="grid items-center gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[7.5rem_1fr_minmax(10rem,16rem)]">
        <time className="font-medium tabular-nums" dateTime={startsAt.toISOString()}>
          {format.timeRange(startsAt, endsAt)}
        </time>
        <div className="min-w-0">
          <button
            type="button"
            onClick={onOpen}
            className="flex max-w-full items-center gap-2 text-left font-medium after:absolute after:inset-0"
          >
            <ColourDot colour={service.colour} />
            <span className={cn("min-w-0 break-words", cancelledAt && "line-through")}>{service.name}</span>
          </button>
          <p className="break-words text-muted-foreground text-sm">{[staff.name, rooms].filter(Boolean).join(" · ")}</p>
        </div>
        {cancelledAt ? (
          <Badge tone="red">{text("cancelled")}</Badge>
        ) : (
          <PlacesBar taken={placesTaken} capacity={capacity} />
        )}
      </div>
    </li>
  );
}
