"use client";

import type { ReactNode } from "react";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../../ui/tabs";
import { History } from "./history";

export const APPOINTMENT_TABS = ["details", "history"] as const;

interface AppointmentTabsProps {
  appointment: AppointmentDetails;
  tab: string;
  onChoose: (tab: string) => void;
  /** What the appointment is. */
  details: ReactNode;
}

/** What the appointment is, and beside it what happened to it. */
export function AppointmentTabs({ appointment, tab, onChoose, details }: AppointmentTabsProps) {
  const text = useText("appointments");
  return (
    <Tabs value={tab} onValueChange={onChoose}>
      <TabsList aria-label={text("details.tabs")}>
        <TabsTrigger value="details">{text("details.tab")}</TabsTrigger>
        <TabsTrigger value="history">
          {text("history.title")}
          <Badge>{appointment.modifications.length}</Badge>
        </TabsTrigger>
      </TabsList>
      <TabsContent value="details">{details}</TabsContent>
      <TabsContent value="history">
        <History appointment={appointment} />
      </TabsContent>
    </Tabs>
  );
}
