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
  money: (cents: number) => string;
}

const STATUSES = ["pending", "confirmed", "in_progress", "completed", "cancelled", "no_show"];
const TYPES = ["created", "rescheduled", "cancelled", "reassigned", "violation", "restored", "discounted"];

/** A step of the history in words: what was recorded decides which sentence fits. */
export function describeChange(
  { type, oldValues, newValues }: Change,
  { when, staffName, money }: Namers,
): ChangeWords {
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
  const [was, is] = [oldValues?.priceCents, newValues?.priceCents];
  if (type === "discounted" && typeof was === "number" && typeof is === "number") {
    return { key: is > was ? "raisedTo" : "discountedTo", values: { from: money(was), to: money(is) } };
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

/** Another price that came with another person; null where it stayed what it was. */
export function describePrice({ type, oldValues, newValues }: Change, { money }: Namers): ChangeWords | null {
  const [was, is] = [oldValues?.priceCents, newValues?.priceCents];
  if (type === "discounted" || type === "violation") return null;
  if (typeof was !== "number" || typeof is !== "number" || was === is) return null;
  return { key: is > was ? "raisedTo" : "discountedTo", values: { from: money(was), to: money(is) } };
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
