"use client";

import type { PushedEventTypes } from "@/server/calcom/mapping/schema";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";

/** What was brought to Cal.com, and what was not and why. */
export function PushResult({ result }: { result: PushedEventTypes }) {
  const text = useText("calcom-connection");
  const errors = useText("errors");
  const { eventTypesCreated: created, eventTypesUpdated: updated, eventTypesUnchanged: unchanged } = result;
  const why = (message: string) => {
    if (text.has(`push.why.${message}`)) return text(`push.why.${message}`);
    return errors.has(`reasons.${message}`) ? errors(`reasons.${message}`) : message;
  };
  return (
    <Note tone={result.success ? "success" : "warning"}>
      <p>{text("push.done", { created, updated, unchanged })}</p>
      {result.errors.length > 0 && (
        <ul className="mt-2 list-disc pl-5">
          {result.errors.map(({ serviceId, service, staff, message }) => (
            <li key={`${serviceId} ${staff}`}>
              {text("push.error", { service, staff })} {why(message)}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}
