"use client";

import type { CallDetails } from "@/server/calls/schema";
import { DetailList } from "../shared/detail-list";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { useCurrency } from "../tenancy/use-currency";
import { isOngoing } from "./ongoing";
import { RunningTime } from "./running-time";
import { SentimentMark } from "./sentiment-mark";

/** Everything about the call that is not its words. */
export function CallFacts({ call }: { call: CallDetails }) {
  const text = useText("calls");
  const format = useFormatters(call.timezone);
  const seconds = (ms: number) => format.number(ms / 1000);
  const { latencyMs, disconnectionReason: ended } = call;
  return (
    <DetailList
      items={[
        [text("details.started"), format.dateTime(call.startedAt)],
        [text("details.duration"), <Duration key="duration" call={call} />],
        [
          text("columns.sentiment"),
          call.sentiment !== "unknown" && <SentimentMark key="sentiment" sentiment={call.sentiment} />,
        ],
        [text("details.number"), call.callerPhone ?? text("hiddenNumber")],
        [text("details.line"), call.ownPhone],
        [text("details.branch"), call.branch.name],
        [text("details.direction"), text(`direction.${call.direction}`)],
        [text("details.agent"), call.agentName],
        [text("details.ended"), ended && (text.has(`ended.${ended}`) ? text(`ended.${ended}`) : ended)],
        [text("details.identity"), text(`identity.${call.identityLevel}`)],
        [text("details.consent"), <Consent key="consent" call={call} />],
        [text("details.topics"), call.topics.join(", ")],
        [text("details.cost"), useCost(call)],
        [
          text("details.latency"),
          latencyMs && text("details.latencyValue", { p50: seconds(latencyMs.p50), p90: seconds(latencyMs.p90) }),
        ],
        [
          text("details.id"),
          call.retellCallId && (
            <code key="id" className="break-all text-sm">
              {call.retellCallId}
            </code>
          ),
        ],
      ].map(([label, value]) => [String(label), value || null] as const)}
    />
  );
}

/** With the words that it was said in, and to which version of ours. */
function Consent({ call: { consent, consentWords, consentScriptVersion: version } }: { call: CallDetails }) {
  const text = useText("calls");
  return (
    <>
      {text(`consent.${consent}`)}
      {consentWords && <q className="block text-muted-foreground text-sm">{consentWords}</q>}
      {version !== null && (
        <span className="block text-muted-foreground text-sm">{text("consent.script", { version })}</span>
      )}
    </>
  );
}

function Duration({ call }: { call: CallDetails }) {
  const format = useFormatters();
  if (isOngoing(call)) return <RunningTime since={call.startedAt} />;
  return <>{call.durationSec === null ? "–" : format.duration(call.durationSec)}</>;
}

/** What the company pays, and beside it what the provider asks for, which counts in US cents. */
function useCost(call: CallDetails): string {
  const text = useText("calls");
  const format = useFormatters();
  const currency = useCurrency();
  const own = call.costCents > 0 ? format.money(call.costCents, currency) : "";
  if (call.providerCost === null) return own;
  const provider = `${text("details.costProvider")} ${format.money(call.providerCost, "USD")}`;
  return own ? `${own} (${provider})` : provider;
}
