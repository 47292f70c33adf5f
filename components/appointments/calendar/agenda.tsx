"use client";

import { PartyPopper, UsersRound } from "lucide-react";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { CalcomMark } from "../appointment-marks";
import { AppointmentStatusBadge } from "../appointment-status-badge";
import { ColourDot } from "../colour-dot";
import { TimeColumn } from "../time-column";
import type { Block } from "./blocks";
import type { MonthDay } from "./month-days";
import { useBlockWords } from "./use-block-words";

interface AgendaProps {
  days: readonly MonthDay[];
  zone: string;
  staff: (staffId: string) => { name: string; colour: string };
  onOpen: (block: Block) => void;
}

/** The days one below the other, for a phone in one hand and for paper. */
export function Agenda({ days, zone, staff, onOpen }: AgendaProps) {
  const text = useText("calendar");
  const formatters = useFormatters("UTC");
  return (
    <div className="divide-y">
      {days.map(({ date, holiday, isClosed, blocks }) => (
        <section key={date} className="break-inside-avoid-page">
          <h2 className="flex flex-wrap items-center gap-x-2 bg-neutral-2 px-4 py-2 font-semibold">
            {formatters.longDate(date)}
            {holiday && (
              <span data-tone="violet" className="inline-flex items-center gap-1 font-normal text-sm text-tone-text">
                <PartyPopper aria-hidden="true" className="size-3.5" />
                {holiday}
              </span>
            )}
          </h2>
          {blocks.length === 0 ? (
            <p className="px-4 py-3 text-muted-foreground">{text(isClosed ? "closed" : "agenda.empty")}</p>
          ) : (
            <ol className="divide-y">
              {blocks.map((block) => (
                <AgendaLine key={block.key} {...{ block, zone, onOpen }} person={staff(block.staffId)} />
              ))}
            </ol>
          )}
        </section>
      ))}
    </div>
  );
}

interface AgendaLineProps extends Pick<AgendaProps, "zone" | "onOpen"> {
  block: Block;
  person: { name: string; colour: string };
}

function AgendaLine({ block, zone, person, onOpen }: AgendaLineProps) {
  const words = useBlockWords(zone)(block, person.name);
  const { entry, session, startsAt, minutes } = block;
  return (
    <li className="relative flex gap-3 px-4 py-2.5">
      <TimeColumn startsAt={startsAt} endsAt={startsAt + minutes * 60_000} zone={zone} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
          <button
            type="button"
            onClick={() => onOpen(block)}
            className="flex min-w-0 max-w-full items-center gap-1.5 text-left font-semibold after:absolute after:inset-0"
          >
            {session && <UsersRound aria-hidden="true" className="size-4 shrink-0" />}
            <span className="min-w-0 break-words">{words.title}</span>
          </button>
          {entry && (
            <span className="flex shrink-0 items-center gap-1.5">
              <CalcomMark status={entry.calcomSyncStatus} />
              <AppointmentStatusBadge status={entry.status} />
            </span>
          )}
        </div>
        <p className="break-words text-muted-foreground">{[words.detail, ...(entry?.resources ?? [])].join(" · ")}</p>
        <p className="flex items-center gap-1.5 text-muted-foreground text-sm">
          <ColourDot colour={person.colour} />
          <span className="min-w-0 break-words">{person.name}</span>
        </p>
      </div>
    </li>
  );
}
