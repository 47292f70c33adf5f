import type { MappingReview } from "@/server/calcom/mapping/schema";

type Review = Pick<MappingReview, "staff" | "members">;
type Services = Pick<MappingReview, "offers" | "eventTypes" | "gaps">;
type Offer = MappingReview["offers"][number];

/** Matched with somebody who is no longer in the team over there. */
export const isPersonGone = ({ calcomUserId }: Review["staff"][number], members: Review["members"]): boolean =>
  calcomUserId !== null && !members.some(({ userId }) => userId === calcomUserId);

/** Mapped to an event type that is no longer over there. */
export const isEventTypeGone = ({ mapping }: Offer, eventTypes: MappingReview["eventTypes"]): boolean =>
  mapping !== null && !eventTypes.some(({ id }) => id === mapping.calcomEventTypeId);

/** Somebody is matched, nothing is left to accept, and whoever is matched is still there. */
export const arePeopleMatched = ({ staff, members }: Review): boolean =>
  staff.some(({ calcomUserId }) => calcomUserId !== null) &&
  staff.every((person) => person.proposedUserId === null && !isPersonGone(person, members));

/** Each service of each person has an event type that is still there, and each part of a visit has one that fits. */
export const areServicesMapped = ({ offers, eventTypes, gaps }: Services): boolean =>
  offers.length > 0 &&
  offers.every((offer) => offer.mapping !== null && !isEventTypeGone(offer, eventTypes)) &&
  gaps.length === 0;
