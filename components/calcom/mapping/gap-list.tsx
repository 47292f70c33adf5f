"use client";

import type { MappingGaps } from "@/server/calcom/mapping/schema";
import { useText } from "../../shared/use-text";
import { groupGaps } from "./group-gaps";

/** What can't be entered over there, and what may be done about each. */
export function GapList({ gaps }: { gaps: MappingGaps }) {
  const text = useText("calcom-gaps");
  return (
    <ul className="mt-2 list-disc pl-5">
      {groupGaps(gaps).map(({ serviceId, service, parts, staffId, staff, minutes, why }) => (
        <li key={[serviceId, staffId, why, minutes, ...parts].join()}>
          <span className="font-medium">
            {parts.length > 0
              ? text("part", { service, part: parts.join(", "), staff })
              : text("whole", { service, staff })}
          </span>{" "}
          {text(`why.${why}`, { minutes })}
        </li>
      ))}
    </ul>
  );
}
