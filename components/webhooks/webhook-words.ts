import type { WebhookView } from "@/server/webhooks/schema";
import type { Text } from "../shared/use-text";

/** What a delivery says, as people say it; an event that nobody has named is shown as its sender calls it. */
export function eventName({ event }: Pick<WebhookView, "event">, text: Text): string {
  if (!event) return text("events.unknown");
  const key = `events.${event.replaceAll(".", "_")}`;
  return text.has(key) ? text(key) : event;
}

/** Why it came to nothing; null when nothing went wrong. */
export function reasonOf({ error }: Pick<WebhookView, "error">, { text, errors }: { text: Text; errors: Text }) {
  if (!error) return null;
  if (text.has(`reasons.${error}`)) return text(`reasons.${error}`);
  if (/^[a-z_]+$/.test(error) && errors.has(`reasons.${error}`)) return errors(`reasons.${error}`);
  return text("reasons.other", { error });
}
