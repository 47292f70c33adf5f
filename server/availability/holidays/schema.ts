import { z } from "zod";
import { localDate } from "@/server/core/time";

/** `public`: by the law of the place; `own`: the company's. */
export const holidaySource = z.enum(["public", "own"]);

export const listHolidaysInput = z.object({
  branchId: z.uuid().optional(),
  year: z.int().min(1900).max(2199).optional(),
});
export type ListHolidaysInput = z.infer<typeof listHolidaysInput>;

export const holidayView = z.object({
  id: z.uuid(),
  /** Null: in every branch. */
  branchId: z.uuid().nullable(),
  date: localDate,
  name: z.string(),
  source: holidaySource,
  /** Whether nobody works then, as far as no special hours say otherwise. */
  isObserved: z.boolean(),
  /** Holds in some places of the state only: somebody who knows the place decides. */
  isChoice: z.boolean(),
});
export type HolidayView = z.infer<typeof holidayView>;

const isConfirmed = z.boolean().default(false);

export const observeHolidaysInput = z.object({
  holidayIds: z.array(z.uuid()).min(1).max(200),
  isObserved: z.boolean().default(false),
  isConfirmed,
});
export type ObserveHolidaysInput = z.infer<typeof observeHolidaysInput>;

export const createHolidayInput = z.object({
  date: localDate,
  name: z.string().trim().min(1).max(100),
  branchId: z.uuid().nullish(),
  isConfirmed,
});
export type CreateHolidayInput = z.infer<typeof createHolidayInput>;

export const holidayInput = z.object({ holidayId: z.uuid() });

/** Where a branch, or the company, lies; what is null a branch takes from its company. */
export const holidayPlace = z.object({
  branchId: z.uuid().nullable(),
  name: z.string(),
  country: z.string().nullable(),
  state: z.string().nullable(),
  municipality: z.string().nullable(),
  /** In words: "Bayern, Augsburg". */
  label: z.string(),
});
export type HolidayPlace = z.infer<typeof holidayPlace>;

const code = z.string().regex(/^[A-Z0-9-]{1,6}$/);
const country = z.string().regex(/^[A-Z]{2}$/);

export const setCompanyPlaceInput = z.object({ country: country.optional(), state: code.nullish() });
export type SetCompanyPlaceInput = z.infer<typeof setCompanyPlaceInput>;

export const setBranchPlaceInput = z.object({
  branchId: z.uuid(),
  country: country.nullish(),
  state: code.nullish(),
  municipality: z.string().trim().max(100).nullish(),
});
export type SetBranchPlaceInput = z.infer<typeof setBranchPlaceInput>;

export const listRegionsInput = z.object({ country: country.optional(), state: code.optional() });
const named = z.object({ code: z.string(), name: z.string() });
export const regions = z.object({
  countries: z.array(named),
  states: z.array(named),
  municipalities: z.array(z.string()),
});
export type Regions = z.infer<typeof regions>;
