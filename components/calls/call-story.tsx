"use client";

import type { CallDetails } from "@/server/calls/schema";
import { RelativeTime } from "../shared/relative-time";
import { useText } from "../shared/use-text";
import { CallAlarm } from "./call-alarm";
import { CallAppointments } from "./call-appointments";
import { CallSection } from "./call-section";
import { ExtractedData } from "./extracted-data";

/** What came of the call, before its words: summary, appointments, callbacks, what was understood. */
export function CallStory({ call }: { call: CallDetails }) {
  const text = useText("calls");
  return (
    <>
      <CallAlarm call={call} />
      {call.summary && (
        <CallSection title={text("sections.summary")}>
          <p className="text-pretty">{call.summary}</p>
        </CallSection>
      )}
      {call.appointments.length > 0 && (
        <CallSection title={text("sections.appointments")}>
          <CallAppointments call={call} />
        </CallSection>
      )}
      {call.callbacks.length > 0 && (
        <CallSection title={text("sections.callbacks")}>
          <ul className="divide-y rounded-md border">
            {call.callbacks.map((callback) => (
              <li key={callback.id} className="flex items-baseline gap-3 px-3 py-2.5">
                <span className="min-w-0 flex-1">{callback.reason}</span>
                <RelativeTime at={callback.dueAt} className="shrink-0 text-muted-foreground text-sm" />
              </li>
            ))}
          </ul>
        </CallSection>
      )}
      {Object.keys(call.extractedData).length > 0 && (
        <CallSection title={text("sections.extracted")}>
          <ExtractedData call={call} />
        </CallSection>
      )}
    </>
  );
}
