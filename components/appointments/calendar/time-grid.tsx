"use client";

import { useLocale } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { SlotOrigin } from "@/server/availability/chains/schema";
import { hourOfDay } from "@/server/core/time-of-day";
import { fromWall, toLocal } from "@/server/core/time-zone";
import { useCan } from "../../providers/company-provider";
import { useText } from "../../shared/use-text";
import { useFreshIds } from "../use-fresh-ids";
import { type Draft, type Move, toMove } from "./apply-move";
import { lookOf } from "./block-look";
import type { Block } from "./blocks";
import type { Colouring } from "./calendar-state";
import { closuresAt } from "./closures-at";
import { HATCHED } from "./column-ground";
import type { Column, Grid } from "./columns";
import { GridBlock } from "./grid-block";
import { GridColumn } from "./grid-column";
import { GridHead } from "./grid-head";
import { px } from "./grid-scale";
import { widthsFor, widthsOf } from "./grid-widths";
import { MoveGhost } from "./move-ghost";
import { NowLine } from "./now-line";
import { useBlockWords } from "./use-block-words";
import { useDrag } from "./use-drag";
import { useKeyMove } from "./use-key-move";
import { useLiveCheck } from "./use-live-check";

/** What a click on free time says: with whom, where and when. */
export interface BookingWish {
  staffId: string;
  branchId?: string | undefined;
  startsAt: number;
  /** Why nobody can be booked there, as far as the calendar knows. */
  closures: SlotOrigin[];
}

export interface TimeGridProps {
  grid: Grid;
  zone: string;
  now: number;
  colouring: Colouring;
  onOpen: (block: Block) => void;
  onBook: (wish: BookingWish) => void;
  onDay: (date: string) => void;
  onMove: (move: Move) => void;
}

const MOVABLE = ["pending", "confirmed"];

/** Days and people side by side, hours down the side. Blocks are dragged, stretched, or carried by keyboard. */
export function TimeGrid({ grid, zone, now, colouring, onOpen, onBook, onDay, onMove }: TimeGridProps) {
  const text = useText("calendar");
  const scroller = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const mayMove = useCan("reschedule_appointments");
  const mayBook = useCan("create_appointments");
  const freshIds = useFreshIds();
  const wordsOf = useBlockWords(zone);
  const { firstHour, lastHour, groups, columns } = grid;
  const offset = firstHour * 60;
  const move = draft && toMove(draft, zone);
  const check = useLiveCheck(move);
  const today = toLocal(zone, now);
  const widths = widthsFor(groups);
  useShowNow(scroller, { first: groups[0]?.date, top: px(today.minutes - offset) });

  const canMove = ({ entry }: Block) => mayMove && entry !== undefined && MOVABLE.includes(entry.status);
  const canResize = (block: Block) => canMove(block) && block.entry?.parts.length === 0;
  const handleDrop = (dropped: Draft) => {
    const next = toMove(dropped, zone);
    if (next) onMove(next);
  };
  const { grab, wasDragged } = useDrag({
    scroller,
    columns,
    offset,
    end: lastHour * 60,
    onDraft: setDraft,
    onDrop: handleDrop,
  });
  const focusOn = (key: string) => {
    setFocused(key);
    const button = scroller.current?.querySelector<HTMLElement>(`[data-block="${key}"]`);
    button?.focus();
    button?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const carry = { grid, draft, canMove, canResize, focusOn, onDraft: setDraft, onDrop: handleDrop, announce: setSaid };
  const handleKey: (event: KeyboardEvent) => void = useKeyMove(carry);
  const isShown = focused !== null && columns.some(({ blocks }) => blocks.some(({ key }) => key === focused));
  const tabStop = isShown ? focused : columns.find(({ blocks }) => blocks.length > 0)?.blocks[0]?.key;
  const bookableFrom = ({ date }: Column) =>
    !mayBook || date < today.date ? null : date === today.date ? today.minutes : 0;
  const book = (column: Column, minutes: number) => {
    const holiday = groups.find(({ date }) => date === column.date)?.holiday ?? null;
    onBook({
      ...{ staffId: column.person.id, branchId: column.person.branchIds[0] },
      startsAt: fromWall(zone, column.date, minutes),
      closures: closuresAt({ column, minutes, holiday, zone }),
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the appointments inside
    <div
      ref={scroller}
      onKeyDown={handleKey}
      className="relative max-h-[calc(100dvh-var(--header)-13rem)] min-h-96 overflow-auto overscroll-contain rounded-b-lg"
    >
      <p className="sr-only">{text("keys")}</p>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="flex min-w-max flex-col">
        <GridHead
          {...{ groups, widths, onDay }}
          today={today.date}
          onBook={mayBook ? (column) => book(column, firstFree(column, bookableFrom(column))) : undefined}
        />
        <div className="relative flex">
          <Hours firstHour={firstHour} lastHour={lastHour} />
          {groups.map((group) => (
            <div
              key={group.date}
              data-date={group.date}
              data-today={group.date === today.date || undefined}
              className="relative flex border-l"
              style={{
                ...widthsOf(group, widths),
                ...(group.columns.length === 0 ? { backgroundImage: HATCHED } : {}),
              }}
            >
              {group.columns.map((column) => (
                <GridColumn
                  key={column.key}
                  {...{ column, firstHour, lastHour }}
                  bookableFrom={draft ? null : bookableFrom(column)}
                  onBook={(minutes) => book(column, minutes)}
                >
                  {column.blocks.map((block) => (
                    <GridBlock
                      key={block.key}
                      {...{ block, offset }}
                      look={lookOf(block, { by: colouring, staffColour: column.person.colour })}
                      words={wordsOf(block, column.person.name)}
                      isTabStop={block.key === tabStop}
                      isFresh={block.entry !== undefined && freshIds.has(block.entry.id)}
                      isLifted={draft?.block.key === block.key}
                      canMove={canMove(block)}
                      canResize={canResize(block)}
                      onOpen={({ isByKey }) => (isByKey || !wasDragged()) && onOpen(block)}
                      onFocus={() => setFocused(block.key)}
                      onGrab={(event, mode) => grab(event, { block, column, mode })}
                    />
                  ))}
                  {draft?.column.key === column.key && (
                    <MoveGhost draft={draft} offset={offset} check={check} isChange={move !== null} />
                  )}
                </GridColumn>
              ))}
              {group.date === today.date && today.minutes < lastHour * 60 && (
                <NowLine now={now} zone={zone} top={px(today.minutes - offset)} />
              )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** A page that shows today opens where the day stands; everything else stays wherever one has scrolled to. */
function useShowNow(
  scroller: RefObject<HTMLElement | null>,
  { first, top }: { first: string | undefined; top: number },
) {
  const at = useRef(top);
  at.current = top;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page of days is what it waits for
  useEffect(() => {
    const today = scroller.current?.querySelector<HTMLElement>("[data-today]");
    if (today) scroller.current?.scrollTo({ left: today.offsetLeft - AXIS_PX, top: at.current - BEFORE_NOW_PX });
  }, [first]);
}

const AXIS_PX = 56;
const BEFORE_NOW_PX = 200;

/** When a booking from the column's head begins: at the first working minute that nothing takes, still to come. */
function firstFree({ blocks, off, busy }: Column, from: number | null): number {
  const taken = [...blocks, ...off, ...busy];
  const isFree = (minutes: number) =>
    taken.every(({ top, minutes: length }) => minutes < top || minutes >= top + length);
  const starts = Array.from({ length: 96 }, (_, nr) => nr * 15).filter((minutes) => minutes >= (from ?? 0));
  return starts.find(isFree) ?? starts[0] ?? 0;
}

function Hours({ firstHour, lastHour }: Pick<Grid, "firstHour" | "lastHour">) {
  const locale = useLocale();
  const hours = Array.from({ length: lastHour - firstHour }, (_, index) => firstHour + index);
  return (
    <>
      <div
        aria-hidden="true"
        className="sticky left-0 z-[15] w-14 shrink-0 bg-card"
        style={{ height: px(hours.length * 60) }}
      >
        {hours.map((hour, index) => (
          <span
            key={hour}
            className="absolute right-2 text-muted-foreground text-sm tabular-nums"
            style={{ top: px(index * 60) + 2 }}
          >
            {hourOfDay(hour, locale)}
          </span>
        ))}
      </div>
      {hours.map((hour, index) => (
        <div
          key={hour}
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0 z-[1] border-t"
          style={{ top: px(index * 60) }}
        />
      ))}
    </>
  );
}
