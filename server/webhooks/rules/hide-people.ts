/** Texts under these names say nothing about anybody; whatever else is a text might. */
const PLAIN_KEY =
  /^(event|trigger|triggerEvent|type|status|uid|bookingUid|rescheduleUid|iCalSequence|slug|currency|timeZone|locale|direction|call_id|agent_id|call_type|call_status|disconnection_reason|MessageSid|SmsSid|MessageStatus|SmsStatus|ErrorCode|email_id)$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/;

export const HIDDEN = "[…]";

/** The shape of what was delivered with times, states, numbers and ids: nothing that could tell whom it is about. */
export function hidePeople(value: unknown, key = ""): unknown {
  if (typeof value === "string") return PLAIN_KEY.test(key) || INSTANT.test(value) || value === "" ? value : HIDDEN;
  if (Array.isArray(value)) return value.map((item) => hidePeople(item, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, hidePeople(item, name)]));
}
