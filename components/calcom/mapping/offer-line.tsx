"use client";

import type { MappingReview } from "@/server/calcom/mapping/schema";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { NativeSelect } from "../../ui/native-select";
import { isEventTypeGone } from "./standing";

interface OfferLineProps {
  offer: MappingReview["offers"][number];
  review: MappingReview;
  isBusy: boolean;
  onChoose: (calcomEventTypeId: number | null) => void;
}

/** A service by one person, and which of that person's event types stands for it. */
export function OfferLine({ offer, review, isBusy, onChoose }: OfferLineProps) {
  const text = useText("calcom-connection");
  const { service, staff, staffId, lengthMinutes, mapping, proposedId } = offer;
  const userId = review.staff.find((one) => one.staffId === staffId)?.calcomUserId ?? null;
  const theirs = review.eventTypes.filter(({ id, hostIds }) => {
    return id === mapping?.calcomEventTypeId || (userId !== null && hostIds.includes(userId));
  });
  const isGone = isEventTypeGone(offer, review.eventTypes);
  const hasOtherLength = mapping && mapping.lengthMinutes !== lengthMinutes;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2">
      <div className="min-w-40 flex-1">
        <p className="font-medium">{service}</p>
        <p className="text-muted-foreground">{text("services.by", { staff, minutes: lengthMinutes })}</p>
      </div>
      {!mapping && (
        <Badge tone={proposedId ? "info" : "grey"}>{text(proposedId ? "services.proposed" : "services.missing")}</Badge>
      )}
      {(isGone || hasOtherLength) && (
        <Badge tone="warning">{text(isGone ? "services.gone" : "services.otherLength")}</Badge>
      )}
      <span className="w-full sm:w-80">
        <NativeSelect
          aria-label={text("services.of", { service, staff })}
          value={mapping?.calcomEventTypeId ?? ""}
          disabled={isBusy}
          onChange={({ target }) => onChoose(target.value === "" ? null : Number(target.value))}
        >
          <option value="">{text("services.none")}</option>
          {isGone && mapping && <option value={mapping.calcomEventTypeId}>{mapping.title}</option>}
          {theirs.map(({ id, title, lengthMinutes: minutes }) => (
            <option key={id} value={id}>
              {`${text("services.option", { title, minutes })}${id === proposedId ? ` – ${text("services.proposed")}` : ""}`}
            </option>
          ))}
        </NativeSelect>
      </span>
    </li>
  );
}
