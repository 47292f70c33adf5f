import { formatPhone } from "@/server/speech/rules/format-phone";
import type { NumberRow } from "./repository";
import type { PhoneNumberView } from "./schema";

export function toPhoneNumber({ id, e164, branch, agent, createdAt }: NumberRow): PhoneNumberView {
  const written = { number: e164, numberText: formatPhone(e164) };
  return { id, ...written, branch, retellAgentId: agent?.retellAgentId ?? null, createdAt };
}
