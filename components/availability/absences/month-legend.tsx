"use client";

import { StatusBadge } from "../../shared/status-badge";
import { useText } from "../../shared/use-text";
import { KIND_LOOKS } from "./absence-look";
import { exceptionKinds } from "./kinds";

export function MonthLegend() {
  const text = useText("absences");
  return (
    <ul aria-label={text("month.legend")} className="flex flex-wrap gap-2 border-t px-4 py-3">
      {exceptionKinds.map((kind) => (
        <li key={kind}>
          <StatusBadge {...KIND_LOOKS[kind]} label={text(`kinds.${kind}`)} />
        </li>
      ))}
    </ul>
  );
}
