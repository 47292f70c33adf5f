"use client";

import { Phone } from "lucide-react";
import Link from "next/link";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useCan } from "../../providers/company-provider";
import { DetailList } from "../../shared/detail-list";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { ColourDot } from "../colour-dot";
import { Price } from "./price";
import { Section } from "./section";

const linkClasses = "font-medium text-primary-text underline-offset-4 hover:underline";

/** Who, what, with whom, where, when and for how much. */
export function Facts({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment.timezone);
  const canSeeCustomers = useCan("view_customers");
  const { customer, service, serviceName, staff, startsAt, endsAt, segments, resources } = appointment;
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return (
    <Section title={text("facts.title")}>
      <DetailList
        items={[
          [
            text("facts.customer"),
            canSeeCustomers ? (
              <Link key="customer" href={`/customers/${customer.id}`} prefetch={false} className={linkClasses}>
                {customer.name}
              </Link>
            ) : (
              customer.name
            ),
          ],
          [
            text("facts.phone"),
            customer.phone && (
              <a
                key="phone"
                href={`tel:${customer.phone}`}
                className={`inline-flex items-center gap-1.5 ${linkClasses}`}
              >
                <Phone aria-hidden="true" className="size-3.5" />
                {customer.phoneText}
              </a>
            ),
          ],
          [
            text("facts.when"),
            <span key="when">
              {formatters.longDate(startsAt)},{" "}
              <span className="whitespace-nowrap">{formatters.timeRange(startsAt, endsAt)}</span>
            </span>,
          ],
          [
            text("facts.service"),
            <span key="service" className="inline-flex items-center gap-2">
              <ColourDot colour={service.colour} />
              {serviceName} · {formatters.minutes(minutes)}
            </span>,
          ],
          [text("facts.staff"), staff.name],
          [
            text("facts.resources"),
            resources.length > 0 && (
              <ul key="resources">
                {resources.map(({ id, name, quantity, blockedFrom, blockedUntil }) => (
                  <li key={`${id} ${blockedFrom.toISOString()}`}>
                    {quantity > 1 ? `${quantity} × ${name}` : name}, {formatters.timeRange(blockedFrom, blockedUntil)}
                  </li>
                ))}
              </ul>
            ),
          ],
          [text("facts.branch"), appointment.branch.name],
          [text("facts.price"), <Price key="price" appointment={appointment} />],
          [text("facts.notes"), appointment.notes && <span className="whitespace-pre-line">{appointment.notes}</span>],
          [text("facts.cancellationReason"), appointment.cancellationReason],
          [
            text("facts.segments"),
            segments.length > 1 ? (
              <ol key="segments">
                {segments.map((part) => (
                  <li key={part.position}>
                    {formatters.timeRange(part.startsAt, part.endsAt)} {part.name}
                    {part.staffName && part.staffName !== staff.name && ` · ${part.staffName}`}
                  </li>
                ))}
              </ol>
            ) : null,
          ],
        ]}
      />
    </Section>
  );
}
