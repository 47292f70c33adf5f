import { env } from "@/server/core/env";

/** Where a person sees a booking over there. */
export const pageOfBooking = (uid: string): string => `${env().CALCOM_APP_URL}/booking/${encodeURIComponent(uid)}`;
