"use client";

import { UsersRound } from "lucide-react";
import { useFormatters } from "../../shared/use-formatters";
import { cn } from "../../ui/cn";
import { appointmentLooks } from "../appointment-status-badge";
import { lookOf } from "./block-look";
import type { Block } from "./blocks";
import type { Colouring } from "./calendar-state";
import { SyncSign } from "./sync-sign";
import { useBlockWords } from "./use-block-words";

interface MonthEntryProps {
  block: Block;
  zone: string;
  colouring: Colouring;
  staffColour: string;
  onOpen: (block: Block) => void;
}

/** One line in a day of the month. */
export function MonthEntry({ block, zone, colouring, staffColour, onOpen }: MonthEntryProps) {
  const words = useBlockWords(zone)(block, "");
  const formatters = useFormatters(zone);
  const look = lookOf(block, { by: colouring, staffColour });
  const Icon = block.session ? UsersRound : appointmentLooks[block.entry?.status ?? "confirmed"].icon;
  return (
    <li>
      <button
        type="button"
        aria-label={words.spoken}
        title={words.spoken}
        data-tone={look.tone}
        onClick={() => onOpen(block)}
        className={cn(
          "flex min-h-6 w-full min-w-0 items-center gap-1 rounded-sm border-l-3 px-1 text-left text-sm leading-4.5 hover:underline",
          look.className,
        )}
        style={look.style}
      >
        <Icon aria-hidden="true" className="size-3 shrink-0 max-lg:hidden" />
        <span className="min-w-0 flex-1 truncate">
          <span className="tabular-nums max-xl:hidden">{formatters.time(block.startsAt)}</span> {words.title}
        </span>
        <SyncSign block={block} />
      </button>
    </li>
  );
}
