"use client";

import type { MappingGaps } from "@/server/calcom/mapping/schema";
import { useText } from "../../shared/use-text";

/** What can't be entered over there, and what may be done about each. */
export function GapList({ gaps }: { gaps: MappingGaps }) {
  const text = useText("calcom-gaps");
  return (
    <ul className="mt-2 list-disc pl-5">
      {gaps.map(({ serviceId, service, part, staffId, staff, minutes, why }) => (
        <li key={`${serviceId} ${part} ${staffId}`}>
          <span className="font-medium">
            {part ? text("part", { service, part, staff }) : text("whole", { service, staff })}
          </span>{" "}
          {text(`why.${why}`, { minutes })}
        </li>
      ))}
    </ul>
  );
}
