"use client";

import { useLocale } from "next-intl";
import type { KeyboardEvent } from "react";
import { timeOfDay } from "@/server/core/time-of-day";
import { useText } from "../../shared/use-text";
import type { Draft } from "./apply-move";
import type { Block } from "./blocks";
import type { Grid } from "./columns";
import { FINE_MINUTES, SNAP_MINUTES } from "./grid-scale";
import { type Direction, neighbourOf } from "./neighbour";

const ARROWS: Record<string, Direction> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

interface KeyMoveOptions {
  grid: Grid;
  draft: Draft | null;
  canMove: (block: Block) => boolean;
  canResize: (block: Block) => boolean;
  focusOn: (key: string) => void;
  onDraft: (draft: Draft | null) => void;
  onDrop: (draft: Draft) => void;
  /** Said aloud to whoever does not see the ghost. */
  announce: (sentence: string) => void;
}

/** Arrow keys walk from block to block; M picks one up, arrows carry it, Plus and Minus make it longer or shorter, Enter puts it down. */
export function useKeyMove({ grid, draft, canMove, canResize, focusOn, onDraft, onDrop, announce }: KeyMoveOptions) {
  const text = useText("calendar");
  const locale = useLocale();
  const describe = ({ column, top, minutes }: Draft) =>
    text("move.at", {
      from: timeOfDay(top, locale),
      until: timeOfDay(top + minutes, locale),
      staff: column.person.name,
    });

  const carry = (next: Draft) => {
    onDraft(next);
    announce(describe(next));
  };
  const handleCarried = (event: KeyboardEvent, held: Draft) => {
    if (event.key === "Escape") {
      onDraft(null);
      return announce(text("move.cancelled"));
    }
    if (event.key === "Enter" || event.key === " ") {
      onDraft(null);
      return onDrop(held);
    }
    const next = carried(event, { held, grid, canResize: canResize(held.block) });
    if (next) carry(next);
  };
  const handleWalk = (event: KeyboardEvent, key: string) => {
    const direction = ARROWS[event.key];
    const next = direction && neighbourOf(grid.columns, { key, direction });
    if (direction) event.preventDefault();
    if (next) focusOn(next.key);
  };
  return (event: KeyboardEvent) => {
    const key = (event.target as HTMLElement).dataset.block;
    if (!key || event.metaKey || event.ctrlKey || event.altKey) return;
    if (draft) {
      event.preventDefault();
      return handleCarried(event, draft);
    }
    const column = grid.columns.find(({ blocks }) => blocks.some((block) => block.key === key));
    const block = column?.blocks.find((one) => one.key === key);
    if (event.key.toLowerCase() !== "m" || !column || !block) return handleWalk(event, key);
    event.preventDefault();
    if (!canMove(block)) return announce(text("move.fixed"));
    const { top, minutes } = block;
    onDraft({ block, column, top, minutes, mode: "move" });
    announce(text("move.picked", { customer: block.entry?.customerName ?? "" }));
  };
}

interface Held {
  held: Draft;
  grid: Grid;
  canResize: boolean;
}

/** Where a key carries it: to another time, another column, or to another length. */
function carried(event: KeyboardEvent, { held, grid, canResize }: Held): Draft | null {
  const step = event.shiftKey ? FINE_MINUTES : SNAP_MINUTES;
  const { top, minutes, column, mode, block } = held;
  const isMoved = top !== block.top || column.person.id !== block.staffId;
  const longer = event.key === "+" ? step : event.key === "-" ? -step : 0;
  if (longer && canResize && !isMoved)
    return { ...held, mode: "resize", minutes: Math.max(FINE_MINUTES, minutes + longer) };
  if (mode === "resize") return null;
  const direction = ARROWS[event.key];
  if (direction === "up") return { ...held, top: Math.max(0, top - step) };
  if (direction === "down") return { ...held, top: Math.min(24 * 60 - minutes, top + step) };
  const index = grid.columns.findIndex(({ key }) => key === column.key);
  const next = direction && grid.columns[index + (direction === "left" ? -1 : 1)];
  return next ? { ...held, column: next } : null;
}
