"use client";

import { StickyNote, UsersRound } from "lucide-react";
import type { PointerEvent } from "react";
import { cn } from "../../ui/cn";
import { appointmentLooks } from "../appointment-status-badge";
import type { BlockLook } from "./block-look";
import type { Block } from "./blocks";
import { px } from "./grid-scale";
import { SyncSign } from "./sync-sign";

/** Below this height there is one line only. */
const TWO_LINES = 36;
/** From here on there is air above and below them. */
const AIRY = 40;
const THREE_LINES = 60;
const GAP = 1;

export interface GridBlockProps {
  block: Block;
  /** Minutes of the day at which the grid begins. */
  offset: number;
  look: BlockLook;
  words: { time: string; title: string; detail: string; spoken: string };
  isTabStop: boolean;
  isFresh: boolean;
  /** Somebody is moving it: what stays behind is only a shade of it. */
  isLifted: boolean;
  canMove: boolean;
  canResize: boolean;
  onOpen: (how: { isByKey: boolean }) => void;
  onFocus: () => void;
  onGrab: (event: PointerEvent<HTMLElement>, mode: "move" | "resize") => void;
}

/** An appointment, a part of one or a class, as tall as it is long. */
export function GridBlock({ block, offset, look, words, ...props }: GridBlockProps) {
  const { lane, lanes, entry, session } = block;
  const height = Math.max(px(block.minutes) - GAP * 2, 16);
  const isTall = height >= TWO_LINES;
  const Icon = session ? UsersRound : appointmentLooks[entry?.status ?? "confirmed"].icon;
  return (
    <div
      data-tone={look.tone}
      className={cn(
        "absolute z-[2] overflow-hidden rounded-sm border-l-3 transition-shadow hover:shadow-float",
        look.className,
        props.isFresh && "ring-2 ring-primary",
        props.isLifted && "outline-2 outline-dashed outline-tone",
      )}
      style={{
        ...look.style,
        top: px(block.top - offset) + GAP,
        height,
        left: `calc(${(lane / lanes) * 100}% + 2px)`,
        width: `calc(${100 / lanes}% - 5px)`,
      }}
    >
      <button
        type="button"
        data-block={block.key}
        aria-label={words.spoken}
        title={words.spoken}
        aria-keyshortcuts={props.canMove ? "M" : undefined}
        tabIndex={props.isTabStop ? 0 : -1}
        onClick={({ detail }) => props.onOpen({ isByKey: detail === 0 })}
        onFocus={props.onFocus}
        onPointerDown={(event) => props.canMove && props.onGrab(event, "move")}
        className={cn(
          "flex size-full flex-col items-stretch px-1.5 text-left text-sm leading-4 focus-visible:-outline-offset-2",
          height >= AIRY ? "py-1" : isTall ? "py-0.5" : "justify-center",
          props.canMove && "touch-pan-y active:cursor-grabbing",
        )}
      >
        <span className="flex min-w-0 items-center gap-1">
          <Icon aria-hidden="true" className="size-3.5 shrink-0" />
          <span className={cn("min-w-0 flex-1 truncate", entry?.status === "no_show" && "line-through")}>
            <span className="font-semibold">{words.title}</span>
            {!isTall && <When words={words} />}
          </span>
          <Signs block={block} />
        </span>
        {isTall && (
          <span className={cn("text-foreground", height < THREE_LINES ? "truncate" : "line-clamp-2")}>
            <When words={words} />
          </span>
        )}
      </button>
      {props.canResize && (
        <span
          aria-hidden="true"
          data-resize={block.key}
          onPointerDown={(event) => props.onGrab(event, "resize")}
          className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize touch-none hover:bg-tone pointer-coarse:h-3"
        />
      )}
    </div>
  );
}

/** Behind the name, which is what one looks for; roughly when it is shows where it stands. */
function When({ words }: Pick<GridBlockProps, "words">) {
  return (
    <>
      {" "}
      <span className="whitespace-nowrap tabular-nums">{words.time}</span> · {words.detail}
    </>
  );
}

/** Whether Cal.com has it too, and that somebody wrote something; said in words by the block's own label. */
function Signs({ block }: { block: Block }) {
  return (
    <>
      {block.entry?.hasNotes && <StickyNote aria-hidden="true" className="size-3.5 shrink-0" />}
      <SyncSign block={block} />
    </>
  );
}
