import type { Text } from "./use-text";

interface FieldFault {
  /** The schema's issue code (`too_small`), or `server`. */
  type?: string | number;
  /** A reason of our own schemas (`unknown_zone`) wins over the general code. */
  message?: string;
}

/** What is wrong with a field, in the reader's language; the server's sentence is in it already. `text` is `useText("errors")`. */
export function fieldText(text: Text, { type, message }: FieldFault): string {
  if (type === "server" && message) return message;
  if (message && /^[a-z_]+$/.test(message)) {
    if (text.has(`fields.${message}`)) return text(`fields.${message}`);
    if (text.has(`reasons.${message}`)) return text(`reasons.${message}`);
  }
  return text.has(`fields.${type}`) ? text(`fields.${type}`) : text("fields.invalid");
}
