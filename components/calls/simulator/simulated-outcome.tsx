"use client";

import { CircleCheck, CircleX } from "lucide-react";
import type { SimulatedCall } from "@/server/calls/simulator/schema";
import { type AppointmentStatus, AppointmentStatusBadge } from "../../appointments/appointment-status-badge";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { CallSection } from "../call-section";
import { wordFields } from "../function-words";
import { useWriting } from "../use-writing";
import { WordedList } from "../worded-list";
import { wordAbout, wordCheck } from "./check-words";
import { useCheckWording, useWallTime } from "./use-check-words";

interface SimulatedOutcomeProps {
  call: SimulatedCall;
  timezone: string;
}

/** What stood in the database when the conversation had come this far, and which checks it passed. */
export function SimulatedOutcome({ call, timezone }: SimulatedOutcomeProps) {
  const text = useText("simulator");
  const calls = useText("calls");
  const format = useFormatters(timezone);
  const { appointments, callbacks, feesCents, currency, checks } = call;
  const isNothing = appointments.length + callbacks.length === 0 && feesCents === 0;
  return (
    <div className="flex flex-col gap-6">
      {checks && <Checks checks={checks} timezone={timezone} currency={currency} />}
      <CallSection title={text("standing.title")}>
        <p className="text-muted-foreground">
          {text("standing.outcome", { outcome: calls(`outcome.${call.outcome}`) })}
        </p>
        {isNothing && <p>{text("standing.nothing")}</p>}
        {appointments.length > 0 && (
          <ul className="divide-y rounded-md border">
            {appointments.map((appointment) => (
              <StandingAppointment key={appointment.id} appointment={appointment} timezone={timezone} />
            ))}
          </ul>
        )}
        {callbacks.map(({ reason, priority }) => (
          <p key={`${priority}${reason}`}>
            {text(priority === "urgent" ? "standing.urgent" : "standing.callback", { reason })}
          </p>
        ))}
        {feesCents > 0 && <p>{text("standing.fees", { amount: format.money(feesCents, currency) })}</p>}
      </CallSection>
    </div>
  );
}

function StandingAppointment({
  appointment,
  timezone,
}: {
  appointment: SimulatedCall["appointments"][number];
  timezone: string;
}) {
  const text = useText("simulator");
  const calls = useText("calls");
  const writing = useWriting(timezone);
  const wallTime = useWallTime(timezone);
  const { explanation, isNew, at, service, staff, customer, status } = appointment;
  const fields = wordFields(explanation ?? {}, { writing, knows: (key) => calls.has(`fields.${key}`) });
  return (
    <li className="flex flex-col gap-2 px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium tabular-nums">{wallTime(at)}</span>
        <AppointmentStatusBadge status={status as AppointmentStatus} />
        {isNew && <Badge tone="sky">{text("standing.new")}</Badge>}
      </div>
      <p className="text-muted-foreground text-sm">{[service, staff, customer].filter(Boolean).join(" · ")}</p>
      {explanation && (
        <details className="text-sm">
          <summary className="w-fit cursor-pointer rounded-sm text-muted-foreground hover:text-foreground">
            {text("standing.why")}
          </summary>
          <div className="flex flex-col gap-2 pt-2">
            <WordedList fields={fields} />
            <pre className="whitespace-pre-wrap break-words rounded-md bg-neutral-3 p-3 leading-4.5">
              {JSON.stringify(explanation, null, 2)}
            </pre>
          </div>
        </details>
      )}
    </li>
  );
}

type Check = NonNullable<SimulatedCall["checks"]>[number];

interface ChecksProps {
  checks: readonly Check[];
  timezone: string;
  currency: string;
}

function Checks({ checks, ...place }: ChecksProps) {
  const text = useText("simulator");
  const right = checks.filter(({ isRight }) => isRight).length;
  return (
    <CallSection title={text("checks.title", { right, all: checks.length })}>
      <ul className="flex flex-col gap-1.5">
        {checks.map((check) => (
          <CheckLine key={`${check.check}${check.about}${check.wanted}${check.found}`} check={check} {...place} />
        ))}
      </ul>
    </CallSection>
  );
}

interface CheckLineProps extends Omit<ChecksProps, "checks"> {
  check: Check;
}

function CheckLine({ check: { check, about, wanted, found, isRight }, ...place }: CheckLineProps) {
  const text = useText("simulator");
  const wording = useCheckWording(place);
  const say = (value: string) => wordCheck(check, value, wording);
  const Icon = isRight ? CircleCheck : CircleX;
  return (
    <li className="flex items-start gap-2">
      <span data-tone={isRight ? "green" : "red"} className="mt-0.5 flex shrink-0">
        <Icon
          role="img"
          aria-label={text(isRight ? "checks.right" : "checks.wrong")}
          className="size-4 text-tone-text"
        />
      </span>
      <span className="min-w-0 break-words">
        {text(`checks.kinds.${check}`, { about: wordAbout(check, about, wording) })}
        <span className="block text-muted-foreground text-sm">
          {isRight ? wanted !== "–" && say(wanted) : text("checks.instead", { found: say(found), wanted: say(wanted) })}
        </span>
      </span>
    </li>
  );
}
