"use client";

import { type PointerEvent as ReactPointerEvent, type RefObject, useRef } from "react";
import type { Draft } from "./apply-move";
import type { Block } from "./blocks";
import type { Column } from "./columns";
import { FINE_MINUTES, PIXELS_PER_MINUTE, SNAP_MINUTES } from "./grid-scale";

/** A mouse may tremble this much in a click; a finger has to rest this long before it drags rather than scrolls. */
const TREMBLE_PX = 4;
const REST_MS = 350;
/** So close to the edge, what is behind it comes into view. */
const EDGE_PX = 40;

interface Grabbed {
  block: Block;
  column: Column;
  mode: Draft["mode"];
}

interface DragOptions {
  scroller: RefObject<HTMLElement | null>;
  columns: readonly Column[];
  /** Minutes of the day at which the grid begins and ends. */
  offset: number;
  end: number;
  onDraft: (draft: Draft | null) => void;
  onDrop: (draft: Draft) => void;
}

/** Drags a block by its body or by its lower edge, with a mouse, a pen or a finger that has rested on it. */
export function useDrag({ scroller, columns, offset, end, onDraft, onDrop }: DragOptions) {
  /** A click follows every release; after a drag, until the next press, it must not open anything. */
  const isAfterDrag = useRef(false);

  const draftAt = (event: PointerEvent, { block, column, mode }: Grabbed, grip: number): Draft => {
    const strips = [...(scroller.current?.querySelectorAll<HTMLElement>("[data-column]") ?? [])];
    const under = strips.find((strip) => {
      const { left, right } = strip.getBoundingClientRect();
      return event.clientX >= left && event.clientX < right;
    });
    const over = (mode === "move" && columns.find(({ key }) => key === under?.dataset.column)) || column;
    const ground = (under ?? strips[0])?.getBoundingClientRect().top ?? 0;
    const step = event.shiftKey ? FINE_MINUTES : SNAP_MINUTES;
    const snap = (minutes: number) => Math.round(minutes / step) * step;
    const at = offset + (event.clientY - ground) / PIXELS_PER_MINUTE;
    if (mode === "resize") {
      const until = Math.min(Math.max(snap(at), block.top + FINE_MINUTES), end);
      return { block, column, mode, top: block.top, minutes: until - block.top };
    }
    const top = Math.min(Math.max(snap(at - grip), offset), end - Math.min(block.minutes, end - offset));
    return { block, column: over, mode, top, minutes: block.minutes };
  };

  const grab = (event: ReactPointerEvent<HTMLElement>, grabbed: Grabbed) => {
    isAfterDrag.current = false;
    if (event.button !== 0) return;
    if (grabbed.mode === "resize") event.preventDefault();
    const target = event.currentTarget;
    const { clientX, clientY, pointerId } = event;
    const grip = (clientY - target.getBoundingClientRect().top) / PIXELS_PER_MINUTE;
    let draft: Draft | null = null;
    const begin = (at: PointerEvent) => {
      target.setPointerCapture(pointerId);
      isAfterDrag.current = true;
      draft = draftAt(at, grabbed, grip);
      onDraft(draft);
    };
    const timer =
      event.pointerType === "touch" && grabbed.mode === "move" && setTimeout(() => begin(event.nativeEvent), REST_MS);

    const handleMove = (at: PointerEvent) => {
      if (at.pointerId !== pointerId) return;
      const isFar = Math.hypot(at.clientX - clientX, at.clientY - clientY) > TREMBLE_PX;
      if (!draft && timer && isFar) return finish();
      if (!draft && isFar) begin(at);
      if (!draft) return;
      draft = draftAt(at, grabbed, grip);
      onDraft(draft);
      scrollNear(scroller.current, at);
    };
    const handleUp = (at: PointerEvent) => {
      if (at.pointerId !== pointerId) return;
      const dropped = draft;
      finish();
      if (!dropped) return;
      onDrop(dropped);
    };
    /** Once a finger drags, the page must not scroll under it. */
    const handleTouch = (at: TouchEvent) => draft && at.preventDefault();
    const handleKey = ({ key }: KeyboardEvent) => key === "Escape" && finish();
    const finish = () => {
      if (timer) clearTimeout(timer);
      draft = null;
      onDraft(null);
      window.removeEventListener("pointermove", handleMove);
      window.removeEventListener("pointerup", handleUp);
      window.removeEventListener("pointercancel", finish);
      window.removeEventListener("keydown", handleKey);
      target.removeEventListener("touchmove", handleTouch);
    };
    window.addEventListener("pointermove", handleMove);
    window.addEventListener("pointerup", handleUp);
    window.addEventListener("pointercancel", finish);
    window.addEventListener("keydown", handleKey);
    target.addEventListener("touchmove", handleTouch, { passive: false });
  };
  return { grab, wasDragged: () => isAfterDrag.current };
}

function scrollNear(scroller: HTMLElement | null, { clientX, clientY }: PointerEvent) {
  if (!scroller) return;
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  const pull = (at: number, from: number, until: number) =>
    at < from + EDGE_PX ? -EDGE_PX / 2 : at > until - EDGE_PX ? EDGE_PX / 2 : 0;
  scroller.scrollBy(pull(clientX, left, right), pull(clientY, top, bottom));
}
