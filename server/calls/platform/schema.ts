import { z } from "zod";
import { toE164 } from "@/server/customers/rules";

/** Of any country, so written internationally: "+49 30 901820". */
const internationalNumber = z
  .string()
  .trim()
  .max(40)
  .refine((text) => text.startsWith("+") && toE164(text, "DE") !== null, "international_number");

export const listPhoneNumbersInput = z.object({ companyId: z.uuid() });

export const addPhoneNumberInput = z.object({
  companyId: z.uuid(),
  number: internationalNumber,
  /** Where callers of this number are; without one the company's default branch. */
  branchId: z.uuid().nullish(),
  /** As Retell names it; needed for calls from a web page only, which have no number. */
  retellAgentId: z
    .string()
    .trim()
    .max(100)
    .regex(/^[A-Za-z0-9_-]*$/)
    .nullish(),
});
export type AddPhoneNumberInput = z.infer<typeof addPhoneNumberInput>;

export const removePhoneNumberInput = z.object({ companyId: z.uuid(), phoneNumberId: z.uuid() });
export type RemovePhoneNumberInput = z.infer<typeof removePhoneNumberInput>;

export const phoneNumberView = z.object({
  id: z.uuid(),
  number: z.string(),
  /** The same number as people write it. */
  numberText: z.string(),
  branch: z.object({ id: z.uuid(), name: z.string() }),
  retellAgentId: z.string().nullable(),
  createdAt: z.date(),
});
export type PhoneNumberView = z.infer<typeof phoneNumberView>;
