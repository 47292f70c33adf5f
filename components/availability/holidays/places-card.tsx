"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { MapPin } from "lucide-react";
import { lazy, useState } from "react";
import type { HolidayPlace } from "@/server/availability/holidays/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardHeader, CardTitle } from "../../ui/card";

const PlaceDialog = lazy(() => import("./place-dialog").then((file) => ({ default: file.PlaceDialog })));

/** Where the company and its branches lie, as far as holidays depend on it. */
export function PlacesCard() {
  const text = useText("holidays");
  const { data: places } = useSuspenseQuery(useTRPC().holidays.listPlaces.queryOptions());
  const [mayCompany, mayBranch] = [useCan("edit_company"), useCan("edit_branches")];
  const [open, setOpen] = useState<HolidayPlace | null>(null);
  return (
    <Card aria-labelledby="places">
      <CardHeader>
        <CardTitle id="places">{text("places.title")}</CardTitle>
      </CardHeader>
      <p className="px-4 pt-3 text-muted-foreground text-sm">{text("places.lead")}</p>
      <ul className="divide-y">
        {places.map((place) => (
          <li key={place.branchId} className="flex items-center gap-3 px-4 py-2.5">
            <MapPin aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{place.name}</p>
              <p className="text-muted-foreground text-sm">
                {place.label}
                {place.branchId &&
                  !place.country &&
                  !place.state &&
                  !place.municipality &&
                  ` (${text("places.asCompany")})`}
              </p>
            </div>
            {(place.branchId ? mayBranch : mayCompany) && (
              <Button
                size="sm"
                aria-label={text("places.changeOf", { name: place.name })}
                onClick={() => setOpen(place)}
              >
                {text("places.change")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open && <PlaceDialog place={open} company={places[0]} />}
      </DialogSlot>
    </Card>
  );
}
