"use client";

import { History, MessageSquareText, PhoneCall } from "lucide-react";
import type { ReactNode } from "react";
import { AppointmentStatusBadge, appointmentLooks } from "../appointments/appointment-status-badge";
import { describeChange } from "../appointments/details/describe-change";
import { actorText } from "../appointments/modifications/modification-columns";
import { VisitName } from "../appointments/visit-name";
import { CallOutcomeBadge, outcomeLooks } from "../calls/call-outcome-badge";
import { MessageStatusBadge, messageLooks } from "../notifications/message-status-badge";
import { messageName } from "../notifications/message-words";
import { useMessageWords } from "../notifications/use-message-words";
import { useCompany } from "../providers/company-provider";
import { PageLink } from "../shared/page-link";
import type { StatusLook } from "../shared/status-badge";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { noteLooks } from "./notes/note-looks";
import type { TimelineEntry } from "./timeline-entries";

/** One thing in the course of events. */
export function TimelineLine({ entry }: { entry: TimelineEntry }) {
  if (entry.kind === "call") return <CallLine call={entry.call} />;
  if (entry.kind === "note") return <NoteLine note={entry.note} />;
  if (entry.kind === "message") return <MessageLine message={entry.message} at={entry.at} />;
  if (entry.kind === "change") return <ChangeLine change={entry.change} />;
  return <AppointmentLine appointment={entry.appointment} />;
}

type Of<Kind> = Extract<TimelineEntry, { kind: Kind }>;

export function AppointmentLine({ appointment }: Pick<Of<"appointment">, "appointment">) {
  const format = useFormatters(appointment.timezone);
  const { id, status, startsAt, staff, priceCents, currency } = appointment;
  return (
    <Line
      look={appointmentLooks[status]}
      href={`/appointments?open=${id}`}
      title={<VisitName {...appointment} />}
      badge={<AppointmentStatusBadge status={status} />}
    >
      {format.date(startsAt)}, {format.time(startsAt)} · {staff.name} · {format.money(priceCents, currency)}
    </Line>
  );
}

export function CallLine({ call }: Pick<Of<"call">, "call">) {
  const text = useText("customers");
  const format = useFormatters(call.timezone);
  const { id, outcome, startedAt, durationSec, summary } = call;
  return (
    <Line
      look={{ tone: outcomeLooks[outcome].tone, icon: PhoneCall }}
      href={`/calls/${id}`}
      title={text("timeline.call")}
      badge={<CallOutcomeBadge call={call} />}
    >
      {format.date(startedAt)}, {format.time(startedAt)}
      {durationSec !== null && ` · ${format.duration(durationSec)}`}
      {summary && <span className="line-clamp-2">{summary}</span>}
    </Line>
  );
}

function NoteLine({
  note: { customerId, type, subject, content, createdAt, createdByName },
}: Pick<Of<"note">, "note">) {
  const noteText = useText("customer-notes");
  const format = useFormatters();
  return (
    <Line
      look={noteLooks[type]}
      href={`/customers/${customerId}?tab=notes`}
      title={subject || noteText("timelineTitle", { type: noteText(`types.${type}`) })}
    >
      {format.date(createdAt)}, {format.time(createdAt)}
      {createdByName && ` · ${createdByName}`}
      <span className="line-clamp-2">{content}</span>
    </Line>
  );
}

function MessageLine({ message, at }: Pick<Of<"message">, "message" | "at">) {
  const words = useMessageWords();
  const format = useFormatters();
  return (
    <Line
      look={{ tone: messageLooks[message.status].tone, icon: MessageSquareText }}
      href={`/messages?open=${message.id}`}
      title={messageName(message, words)}
      badge={<MessageStatusBadge status={message.status} />}
    >
      {format.date(at)}, {format.time(at)} · {words(`channels.${message.channel}`)}
      {message.subject && <span className="line-clamp-1">{message.subject}</span>}
    </Line>
  );
}

function ChangeLine({ change }: Pick<Of<"change">, "change">) {
  const history = useText("appointments");
  const format = useFormatters(change.timezone);
  const { currency } = useCompany();
  const { key, values } = describeChange(change, {
    when: (at) => format.dateTime(at),
    money: (cents) => format.money(cents, currency),
    staffName: () => undefined,
  });
  return (
    <Line
      look={{ tone: change.type === "violation" ? "amber" : "slate", icon: History }}
      href={`/appointments?open=${change.appointmentId}`}
      title={history(`history.${key}`, values)}
    >
      {format.date(change.occurredAt)}, {format.time(change.occurredAt)} · <VisitName {...change} /> ·{" "}
      {actorText(change, history)}
    </Line>
  );
}

interface LineProps {
  look: StatusLook;
  href: string;
  title: ReactNode;
  badge?: ReactNode;
  children: ReactNode;
}

function Line({ look: { tone, icon: Icon }, href, title, badge, children }: LineProps) {
  return (
    <li className="relative flex items-start gap-3 px-4 py-2.5 transition-colors hover:bg-muted">
      <span
        data-tone={tone}
        className="mt-0.5 flex size-8 shrink-0 items-center justify-center rounded-full bg-tone-subtle text-tone-text"
      >
        <Icon aria-hidden="true" className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <PageLink href={href} className="block break-words font-medium after:absolute after:inset-0">
          {title}
        </PageLink>
        <p className="text-muted-foreground text-sm tabular-nums">{children}</p>
      </div>
      {badge}
    </li>
  );
}
