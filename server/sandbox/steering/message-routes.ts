import { z } from "zod";
import { ok, type Route, route } from "../http/route";
import { outcomeInput } from "../outcome";
import type { SentEmail } from "../resend/state";
import type { Sandbox } from "../sandbox";
import { receiveMessage } from "../twilio/messages";
import { countSegments } from "../twilio/segments";
import type { SmsMessage } from "../twilio/state";
import { steeringInput } from "./input";

const inboundInput = z.object({ from: z.string().min(1), to: z.string().min(1), body: z.string() });
const optOutInput = z.object({ number: z.string(), optedOut: z.boolean().default(true) });

/** Everything that was sent to people, newest first, and the answers they give. */
export function messageRoutes(sandbox: Sandbox): Route[] {
  const { resend, twilio, outcomes } = sandbox;
  return [
    route("GET /_/messages", ({ query }) => {
      const [channel, to] = [query.get("channel"), query.get("to")];
      const all = [...[...resend.emails.values()].map(emailRow), ...[...twilio.messages.values()].map(smsRow)];
      const wanted = all.filter((row) => (!channel || row.channel === channel) && (!to || row.to.includes(to)));
      return ok(wanted.sort((a, b) => b.at.localeCompare(a.at)));
    }),
    route("POST /_/messages/inbound", async (request) =>
      ok(await receiveMessage(sandbox, steeringInput(request, inboundInput))),
    ),
    route("POST /_/messages/opt-out", (request) => {
      const { number, optedOut } = steeringInput(request, optOutInput);
      if (optedOut) twilio.optedOut.add(number);
      else twilio.optedOut.delete(number);
      return ok({ optedOut: [...twilio.optedOut] });
    }),
    route("GET /_/outcomes", () => ok([...outcomes].map(([address, outcome]) => ({ address, ...outcome })))),
    route("POST /_/outcomes", (request) => {
      const { address, ...outcome } = steeringInput(request, outcomeInput);
      outcomes.set(address, outcome);
      return ok({ address, ...outcome });
    }),
    route("DELETE /_/outcomes", () => {
      outcomes.clear();
      return ok([]);
    }),
  ];
}

function emailRow({ id, at, from, to, subject, text, html, attachments, status }: SentEmail) {
  const row = { id, channel: "email", to: to.join(", "), from, subject, text, html, status };
  return { ...row, attachments, direction: "outbound", errorCode: null, at: at.toISOString() };
}

function smsRow({ sid, at, from, to, body, status, direction, errorCode }: SmsMessage) {
  const channel = to.startsWith("whatsapp:") || from.startsWith("whatsapp:") ? "whatsapp" : "sms";
  const row = { id: sid, channel, to, from, text: body, status, segments: countSegments(body), errorCode };
  return { ...row, direction: direction === "inbound" ? "inbound" : "outbound", at: at.toISOString() };
}
