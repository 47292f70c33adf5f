"use client";

import type { StaffDetails } from "@/server/staff/schema";
import { useTabInUrl } from "../customers/use-tab-in-url";
import { useCan } from "../providers/company-provider";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../ui/tabs";
import { StaffAccount } from "./staff-account";
import { StaffCalendar } from "./staff-calendar";
import { StaffOverview } from "./staff-overview";
import { StaffServices } from "./staff-services";

/** Profile, services, calendar, account; which one is open stands in the URL. */
export function StaffTabs({ staff, loadedAt }: { staff: StaffDetails; loadedAt: number }) {
  const text = useText("staff");
  const seesCalendar = useCan("view_appointments");
  const seesTeam = useCan("view_team");
  const tabs = ["profile", "services", ...(seesCalendar ? ["calendar"] : []), ...(seesTeam ? ["account"] : [])];
  const [tab, choose] = useTabInUrl(tabs);
  return (
    <Tabs value={tab} onValueChange={choose}>
      <TabsList aria-label={text("tabs.label")}>
        {tabs.map((each) => (
          <TabsTrigger key={each} value={each}>
            {text(`tabs.${each}`)}
            {each === "services" && <Badge>{staff.services.length}</Badge>}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="profile">
        <StaffOverview staff={staff} />
      </TabsContent>
      <TabsContent value="services">
        <StaffServices staff={staff} />
      </TabsContent>
      {seesCalendar && (
        <TabsContent value="calendar">
          <StaffCalendar staff={staff} loadedAt={loadedAt} />
        </TabsContent>
      )}
      {seesTeam && (
        <TabsContent value="account">
          <StaffAccount staff={staff} />
        </TabsContent>
      )}
    </Tabs>
  );
}
