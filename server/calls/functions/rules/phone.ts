import type { KnownCaller } from "@/server/customers/schema";
import type { SpeechLanguage } from "@/server/speech/schema";
import type { VerificationMode } from "../schema";

export interface PhoneBranch {
  id: string;
  name: string;
  timezone: string;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  phone: string | null;
  fallbackPhone: string | null;
  transportInfo: string | null;
  accessNotes: string | null;
  state: string | null;
  hours: {
    dayOfWeek: number;
    startTime: string;
    endTime: string;
    breakStart: string | null;
    breakEnd: string | null;
  }[];
}

export interface PhoneService {
  id: string;
  name: string;
  synonyms: string[];
  durationMinutes: number;
  priceCents: number;
  /** What happens in it, as far as somebody does something; none for a simple one. */
  segments: string[];
  /** Branches that do not offer it, or at another price. */
  branches: { branchId: string; isActive: boolean; durationMinutes: number | null; priceCents: number | null }[];
}

export interface PhoneStaff {
  id: string;
  name: string;
  branchIds: string[];
}

/** A call that is going on. */
export interface PhoneCall {
  id: string;
  startedAt: Date;
  identityLevel: number;
  customerId: string | null;
  verificationCodeHash: string | null;
  verificationSentAt: Date | null;
  verificationTries: number;
  /** How often a name was said that none of the callers has. */
  nameMisses: number;
}

/** All that the functions know while somebody is on the line: the call, who rings, and what the company offers. */
export interface Phone {
  call: PhoneCall;
  language: SpeechLanguage;
  company: { name: string; country: string; currency: string; verification: VerificationMode };
  /** The called number's own. */
  branch: PhoneBranch;
  branches: PhoneBranch[];
  services: PhoneService[];
  staff: PhoneStaff[];
  /** The caller's number in E.164, or null when it is hidden. */
  number: string | null;
  /** The customers of the company who have that number. */
  callers: KnownCaller[];
}

/** Who is on the line, as far as the number and what was said tell; null while it is open. */
export function callerOf({ call, callers }: Phone): KnownCaller | null {
  // Whoever has said another name is not the one whom the number stands for.
  if (!call.customerId && call.nameMisses > 0) return null;
  if (call.customerId) return callers.find(({ id }) => id === call.customerId) ?? null;
  return callers.length === 1 ? (callers[0] ?? null) : null;
}

/** 0 unknown, 1 the number says who it is, 2 proved by a code or a birthdate. */
export function identityLevel(phone: Phone): number {
  const caller = callerOf(phone);
  if (!caller) return 0;
  return phone.call.customerId === caller.id ? Math.max(1, phone.call.identityLevel) : 1;
}

/** Nobody has told us a name yet: the lead is still called by its number. */
export const isNameless = ({ firstName, lastName }: Pick<KnownCaller, "firstName" | "lastName">): boolean =>
  !firstName && !/\p{L}/u.test(lastName);

export function callerName(caller: KnownCaller): string | null {
  return isNameless(caller) ? null : [caller.firstName, caller.lastName].filter(Boolean).join(" ");
}

export function servicesAt({ services }: Phone, branchId: string): PhoneService[] {
  return services.flatMap((service) => {
    const own = service.branches.find((branch) => branch.branchId === branchId);
    if (own?.isActive === false) return [];
    return [
      {
        ...service,
        durationMinutes: own?.durationMinutes ?? service.durationMinutes,
        priceCents: own?.priceCents ?? service.priceCents,
      },
    ];
  });
}

export const staffAt = ({ staff }: Phone, branchId: string): PhoneStaff[] =>
  staff.filter(({ branchIds }) => branchIds.includes(branchId));
