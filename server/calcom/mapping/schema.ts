import { z } from "zod";

/** Null takes the person's own away. */
export const setMemberInput = z.object({ staffId: z.uuid(), calcomUserId: z.int().positive().nullable() });
export type SetMemberInput = z.infer<typeof setMemberInput>;

export const setMappingInput = z.object({
  serviceId: z.uuid(),
  /** Null: whoever is chosen at Cal.com. */
  staffId: z.uuid().nullable(),
  /** Null takes the mapping away. */
  calcomEventTypeId: z.int().positive().nullable(),
});
export type SetMappingInput = z.infer<typeof setMappingInput>;

export const matchedMembers = z.object({ matched: z.int(), left: z.int() });
export type MatchedMembers = z.infer<typeof matchedMembers>;
export const acceptedProposals = z.object({ accepted: z.int() });
export type AcceptedProposals = z.infer<typeof acceptedProposals>;

export const pushedEventTypes = z.object({
  success: z.boolean(),
  eventTypesCreated: z.int(),
  eventTypesUpdated: z.int(),
  eventTypesUnchanged: z.int(),
  errors: z.array(z.object({ serviceId: z.uuid(), service: z.string(), staff: z.string(), message: z.string() })),
});
export type PushedEventTypes = z.infer<typeof pushedEventTypes>;

export const remoteEventType = z.object({
  id: z.int(),
  title: z.string(),
  slug: z.string(),
  lengthMinutes: z.int(),
  hostIds: z.array(z.int()),
});
export type RemoteEventType = z.infer<typeof remoteEventType>;

export const remoteMember = z.object({ userId: z.int(), name: z.string(), email: z.string() });
export type RemoteMember = z.infer<typeof remoteMember>;

/** A part of a service, or all of it, that can't be booked over there by a person who may do it. */
export const mappingGap = z.object({
  serviceId: z.uuid(),
  service: z.string(),
  /** Null for what has no parts. */
  part: z.string().nullable(),
  staffId: z.uuid(),
  staff: z.string(),
  minutes: z.int(),
  why: z.enum(["not_matched", "not_mapped", "gone", "other_length", "kept_free"]),
});
export type MappingGap = z.infer<typeof mappingGap>;

export const listGapsInput = z.object({ serviceId: z.uuid() });
export type ListGapsInput = z.infer<typeof listGapsInput>;
export const mappingGaps = z.array(mappingGap);
export type MappingGaps = z.infer<typeof mappingGaps>;

const mapped = z.object({ calcomEventTypeId: z.int(), title: z.string(), lengthMinutes: z.int() });
export const mappingReview = z.object({
  isConnected: z.boolean(),
  members: z.array(remoteMember),
  eventTypes: z.array(remoteEventType),
  staff: z.array(
    z.object({
      staffId: z.uuid(),
      name: z.string(),
      calcomUserId: z.int().nullable(),
      /** Whom they seem to be over there. */
      proposedUserId: z.int().nullable(),
    }),
  ),
  /** One line for each service by each person who does it. */
  offers: z.array(
    z.object({
      serviceId: z.uuid(),
      service: z.string(),
      staffId: z.uuid(),
      staff: z.string(),
      lengthMinutes: z.int(),
      mapping: mapped.nullable(),
      /** Which event type seems to be meant. */
      proposedId: z.int().nullable(),
    }),
  ),
  /** Visits of several parts that can't stand over there as a whole. */
  gaps: mappingGaps,
});
export type MappingReview = z.infer<typeof mappingReview>;
