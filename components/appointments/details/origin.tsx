"use client";

import { Phone } from "lucide-react";
import Link from "next/link";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useCan } from "../../providers/company-provider";
import { DetailList } from "../../shared/detail-list";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { sourceIcons } from "../appointment-marks";
import { type Offer, readExplanation } from "./read-explanation";
import { Section } from "./section";

/** How this booking came about: the way it came, and for a call what was heard, offered and taken. */
export function Origin({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment.timezone);
  const canSeeCalls = useCan("view_calls");
  const trail = readExplanation(appointment.explanation);
  const Icon = sourceIcons[appointment.source];
  const offer = ({ startsAt, staffName }: Offer) =>
    [formatters.dateTime(startsAt), staffName].filter(Boolean).join(" · ");
  const after = (seconds: number | null | undefined) =>
    seconds == null ? "" : ` (${text("origin.after", { time: formatters.duration(seconds) })})`;
  return (
    <Section title={text("origin.title")}>
      <p className="flex items-center gap-2">
        <Icon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
        <span>
          {text(`origin.source.${appointment.source}`)}
          <span className="text-muted-foreground"> · {formatters.dateTime(appointment.createdAt)}</span>
        </span>
      </p>
      {trail && (
        <DetailList
          items={[
            [text("origin.heard"), trail.heard.map((words) => `„${words}“`).join(", ")],
            [text("origin.understood"), trail.understood],
            [text("origin.assumed"), trail.assumed.join(" ")],
            [
              text("origin.offered"),
              trail.offered.length > 0 ? (
                <div key="offered">
                  <ul>
                    {trail.offered.map((each) => (
                      <li key={`${each.startsAt}${each.staffName}`}>{offer(each)}</li>
                    ))}
                  </ul>
                  {after(trail.offeredAfterSec)}
                </div>
              ) : null,
            ],
            [text("origin.chosen"), trail.chosen && `${offer(trail.chosen)}${after(trail.chosenAfterSec)}`],
            [text("origin.policySaid"), trail.policySaid && `„${trail.policySaid}“`],
          ]}
        />
      )}
      {appointment.callId && canSeeCalls && (
        <Button asChild size="sm" className="self-start">
          <Link href={`/calls/${appointment.callId}`} prefetch={false}>
            <Phone />
            {text("origin.openCall")}
          </Link>
        </Button>
      )}
    </Section>
  );
}
