"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { useTabInUrl } from "../customers/use-tab-in-url";
import { useCan } from "../providers/company-provider";
import { useText } from "../shared/use-text";
import { Skeleton } from "../ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../ui/tabs";
import { HoursList } from "./hours/hours-list";

const AbsencesTab = lazy(() => import("./absences/absences-tab").then((file) => ({ default: file.AbsencesTab })));

/** Branches, staff, and what differs on single days. */
export function HoursTabs({ loadedAt }: { loadedAt: number }) {
  const text = useText("working-hours");
  const seesAbsences = useCan("view_schedule_exceptions");
  const [tab, choose] = useTabInUrl(["branch", "staff", ...(seesAbsences ? ["absences"] : [])]);
  return (
    <Tabs value={tab} onValueChange={choose}>
      <TabsList aria-label={text("tabs.label")}>
        <TabsTrigger value="branch">{text("tabs.branch")}</TabsTrigger>
        <TabsTrigger value="staff">{text("tabs.staff")}</TabsTrigger>
        {seesAbsences && <TabsTrigger value="absences">{text("tabs.absences")}</TabsTrigger>}
      </TabsList>
      <TabsContent value="branch">
        <HoursList of="branch" loadedAt={loadedAt} />
      </TabsContent>
      <TabsContent value="staff">
        <HoursList of="staff" loadedAt={loadedAt} />
      </TabsContent>
      {seesAbsences && (
        <TabsContent value="absences">
          <Waiting>
            <AbsencesTab loadedAt={loadedAt} />
          </Waiting>
        </TabsContent>
      )}
    </Tabs>
  );
}

const Waiting = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<Skeleton className="h-64 w-full" />}>{children}</Suspense>
);
