import type { AppointmentDetails } from "@/server/appointments/schema";

export type Change = AppointmentDetails["modifications"][number];

/** A message key below `history`, and its values. */
export interface ChangeWords {
  key: string;
  values: Record<string, string>;
}

export interface Namers {
  when: (at: string) => string;
  staffName: (id: string) => string | undefined;
}

const STATUSES = ["pending", "confirmed", "in_progress", "completed", "cancelled", "no_show"];
const TYPES = ["created", "rescheduled", "cancelled", "reassigned", "violation", "restored"];

/** A step of the history in words: what was recorded decides which sentence fits. */
export function describeChange({ type, oldValues, newValues }: Change, { when, staffName }: Namers): ChangeWords {
  const text = (values: Change["newValues"], name: string) =>
    typeof values?.[name] === "string" ? (values[name] as string) : undefined;
  const [from, to] = [text(oldValues, "startsAt"), text(newValues, "startsAt")];
  const [before, after] = [text(oldValues, "staffId"), text(newValues, "staffId")];
  const staff = after ? staffName(after) : undefined;
  const values = {
    ...(from ? { from: when(from) } : {}),
    ...(to ? { to: when(to) } : {}),
    ...(staff ? { staff } : {}),
  };
  if (type === "restored") {
    const back = STATUSES.find((each) => each === text(newValues, "status"));
    return back ? { key: `restoredTo.${back}`, values } : { key: "restored", values };
  }
  const [shorter, longer] = [oldValues?.durationMinutes, newValues?.durationMinutes];
  if (type === "reassigned" && before === after && typeof shorter === "number" && typeof longer === "number") {
    return { key: "resized", values: { fromMinutes: String(shorter), toMinutes: String(longer) } };
  }
  if (type === "created" && to) return { key: staff ? "createdWith" : "createdAt", values };
  if (type === "rescheduled" && from && to) {
    return { key: staff && before !== after ? "rescheduledWith" : "rescheduledTo", values };
  }
  const status = text(newValues, "status");
  if (type === "status_changed")
    return { key: `statuses.${STATUSES.find((each) => each === status) ?? "other"}`, values };
  return { key: TYPES.includes(type) ? type : "other", values };
}

export type ActorWords =
  | { key: "agent" | "customer" | "calcom" | "system"; name?: undefined }
  | { key?: undefined; name: string };

const NAMED: readonly unknown[] = ["user", "impersonator", "api_key"];

/** Who did it: people and keys by their name, everything else by what it is. */
export function describeActor(actor: Change["actor"]): ActorWords {
  const { kind, name } = actor;
  if (NAMED.includes(kind) && typeof name === "string" && name) return { name };
  if (kind === "agent" || kind === "customer" || kind === "calcom") return { key: kind };
  return { key: "system" };
}
