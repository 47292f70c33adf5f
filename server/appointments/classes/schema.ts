import { z } from "zod";
import { appointmentStatus } from "../schema";

export const listParticipantsInput = z.object({ classSessionId: z.uuid() });

/** Somebody who takes part, or did until they cancelled. */
export const participantView = z.object({
  appointmentId: z.uuid(),
  customer: z.object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string().nullable(),
    phoneText: z.string().nullable(),
  }),
  status: appointmentStatus,
  /** None any more once they are cancelled. */
  places: z.int(),
  notes: z.string().nullable(),
  version: z.int(),
});
export type ParticipantView = z.infer<typeof participantView>;

/** How many came along. */
export const changedSession = z.object({ participants: z.int() });
export type ChangedSession = z.infer<typeof changedSession>;
