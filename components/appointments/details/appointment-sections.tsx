"use client";

import { useState } from "react";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { AppointmentTabs } from "./appointment-tabs";
import { CalcomState } from "./calcom-state";
import { Deposit } from "./deposit";
import { Facts } from "./facts";
import { MessagesSent } from "./messages-sent";
import { Origin } from "./origin";

/** All there is to know about an appointment, in the panel beside a list. */
export function AppointmentSections({ appointment }: { appointment: AppointmentDetails }) {
  const [tab, choose] = useState<string>("details");
  return (
    <AppointmentTabs
      appointment={appointment}
      tab={tab}
      onChoose={choose}
      details={
        <>
          <Facts appointment={appointment} />
          <Deposit appointment={appointment} />
          <Origin appointment={appointment} />
          <CalcomState appointment={appointment} />
          <MessagesSent appointmentId={appointment.id} timezone={appointment.timezone} />
        </>
      }
    />
  );
}
