"use client";

import { HolidayList } from "./holiday-list";
import { PlacesCard } from "./places-card";

/** Where the branches lie, and the days that follow from it. */
export function HolidayPage({ loadedAt }: { loadedAt: number }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <HolidayList loadedAt={loadedAt} />
      <PlacesCard />
    </div>
  );
}
