import { z } from "zod";

export const serviceLocation = z.enum(["on_site", "phone", "video", "at_customer"]);
export type ServiceLocation = z.infer<typeof serviceLocation>;

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => text || null)
    .nullish();

export const serviceCents = z.int().min(0).max(10_000_000);
export const serviceMinutes = z.int().min(1).max(1440);
const buffer = z.int().min(0).max(480);

const always = {
  name: z.string().trim().min(1).max(100),
  description: optionalText(2000),
  category: optionalText(60),
  durationMinutes: serviceMinutes,
  priceCents: serviceCents,
  requiresDepositCents: serviceCents.nullish(),
  /** Nothing: as the company has it. */
  minNoticeMinutes: z.int().min(0).max(525_600).nullish(),
  maxHorizonDays: z.int().min(1).max(1095).nullish(),
  maxPerDay: z.int().min(1).max(1000).nullish(),
};
/** With what they are when nobody says. */
const usual = {
  bufferBeforeMinutes: buffer,
  bufferAfterMinutes: buffer,
  taxRateBps: z.int().min(0).max(10_000),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  isActive: z.boolean(),
  isOnlineBookable: z.boolean(),
  isPhoneBookable: z.boolean(),
  /** Places: more than one makes it a class, which is booked into its sessions. */
  capacity: z.int().min(1).max(500),
  location: serviceLocation,
  /** What callers say for it. */
  synonyms: z.array(z.string().trim().min(1).max(60)).max(30),
};

export const createServiceInput = z.object({
  ...always,
  bufferBeforeMinutes: usual.bufferBeforeMinutes.default(0),
  bufferAfterMinutes: usual.bufferAfterMinutes.default(0),
  taxRateBps: usual.taxRateBps.default(1900),
  colour: usual.colour.default("#0f766e"),
  isActive: usual.isActive.default(true),
  isOnlineBookable: usual.isOnlineBookable.default(true),
  isPhoneBookable: usual.isPhoneBookable.default(true),
  capacity: usual.capacity.default(1),
  location: usual.location.default("on_site"),
  synonyms: usual.synonyms.default([]),
});
export type CreateServiceInput = z.infer<typeof createServiceInput>;

const ofService = { serviceId: z.uuid(), version: z.int().optional() };

/** Only what is sent changes; null takes a value away. */
export const editServiceInput = z
  .object({ ...always, ...usual })
  .partial()
  .extend(ofService);
export type EditServiceInput = z.infer<typeof editServiceInput>;

export const archiveServiceInput = z.object({
  ...ofService,
  /** Goes through although appointments are still to come: they stay as they are. */
  isConfirmed: z.boolean().optional(),
});
export type ArchiveServiceInput = z.infer<typeof archiveServiceInput>;

export const restoreServiceInput = z.object(ofService);
export type RestoreServiceInput = z.infer<typeof restoreServiceInput>;

export const getServiceInput = z.object({ serviceId: z.uuid() });

export const duplicateServiceInput = z.object({ serviceId: z.uuid(), name: always.name });
export type DuplicateServiceInput = z.infer<typeof duplicateServiceInput>;

/** In the order in which they are offered from now on; those left out follow as before. */
export const reorderServicesInput = z.object({ serviceIds: z.array(z.uuid()).min(1).max(500) });
export type ReorderServicesInput = z.infer<typeof reorderServicesInput>;

export const serviceChange = z.enum(["activate", "deactivate", "archive", "restore"]);
export type ServiceChange = z.infer<typeof serviceChange>;

export const changeServicesInput = z.object({ serviceIds: z.array(z.uuid()).min(1).max(100), change: serviceChange });
export type ChangeServicesInput = z.infer<typeof changeServicesInput>;

export const changedServices = z.object({
  results: z.array(z.object({ serviceId: z.uuid(), isDone: z.boolean(), reason: z.string().nullable() })),
});
export type ChangedServices = z.infer<typeof changedServices>;
