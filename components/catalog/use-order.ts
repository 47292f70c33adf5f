"use client";

import { type DragEvent, useState } from "react";

/** The list with one of its rows in another place. */
export function moved<T>(rows: readonly T[], { from, to }: { from: number; to: number }): T[] {
  const next = [...rows];
  const [row] = next.splice(from, 1);
  if (row !== undefined) next.splice(to, 0, row);
  return next;
}

/** Rows are dragged by their handle; which one is on its way, and what each row and handle needs for it. */
export function useOrder(onMove: (move: { from: number; to: number }) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  const handleProps = (index: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", String(index));
      const row = event.currentTarget.closest("li");
      if (row) event.dataTransfer.setDragImage(row, 16, 16);
      setDragged(index);
    },
    onDragEnd: () => setDragged(null),
  });
  const rowProps = (index: number) => ({
    "data-dragged": dragged === index || undefined,
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (dragged === null) return;
      event.preventDefault();
      if (dragged === index) return;
      onMove({ from: dragged, to: index });
      setDragged(index);
    },
    onDrop: (event: DragEvent<HTMLElement>) => event.preventDefault(),
  });
  return { dragged, handleProps, rowProps };
}
