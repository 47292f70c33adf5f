import { z } from "zod";
import { pageInput, pageOf } from "@/server/core/page";
import { appointmentStatus } from "../schema";

/** What a column of a file may hold. */
export const importField = z.enum([
  ...(["startsAt", "date", "time", "endTime", "durationMinutes", "customerName", "firstName", "lastName"] as const),
  ...(["phone", "email", "service", "staff", "price", "status", "notes"] as const),
]);
export type ImportField = z.infer<typeof importField>;

/** Which column holds what; a column that is not named is left out. */
export const importMapping = z.partialRecord(importField, z.int().min(0).max(200));
export type ImportMapping = z.infer<typeof importMapping>;

export const importStatus = z.enum([
  ...(["uploaded", "checking", "checked", "running", "stopped", "done", "undoing", "undone", "failed"] as const),
]);
export type ImportStatus = z.infer<typeof importStatus>;
export const importLineState = z.enum(["new", "ready", "problem", "done", "failed", "undone", "kept"]);
export type ImportLineState = z.infer<typeof importLineState>;

export const MOST_LINES = 20_000;
/** As much as a file may weigh. */
export const MOST_FILE_BYTES = 10_000_000;
/** The same within JSON: in Base64, with its name and its branch. */
export const MOST_UPLOAD_BYTES = Math.ceil(MOST_FILE_BYTES / 3) * 4 + 2000;

export const importOptions = z.object({
  /** Customers whom nobody knows yet are added; else their lines are a problem. */
  createsCustomers: z.boolean().default(true),
});
export type ImportOptions = z.infer<typeof importOptions>;

export const uploadImportInput = z.object({
  branchId: z.uuid(),
  fileName: z.string().trim().min(1).max(200),
  /** The file as it is, in Base64: its letters are read here. */
  fileBase64: z
    .base64()
    .min(4)
    .max(Math.ceil(MOST_FILE_BYTES / 3) * 4),
});
export type UploadImportInput = z.infer<typeof uploadImportInput>;

export const checkImportInput = z.object({
  importId: z.uuid(),
  mapping: importMapping,
  options: importOptions.optional(),
  version: z.int().optional(),
});
export type CheckImportInput = z.infer<typeof checkImportInput>;

export const importInput = z.object({ importId: z.uuid() });
export type ImportInput = z.infer<typeof importInput>;

/** Why a line can't be taken over, or could not: the reason is a message key, the suggestions are names. */
export const lineProblem = z.object({
  reason: z.string(),
  field: importField.nullable(),
  value: z.string().nullable(),
  suggestions: z.array(z.string()).default([]),
});
export type LineProblem = z.infer<typeof lineProblem>;

/** What a line makes. */
export const linePlan = z.object({
  customerId: z.uuid().nullable(),
  customerName: z.string(),
  serviceId: z.uuid(),
  serviceName: z.string(),
  /** Null: whoever is free. */
  staffId: z.uuid().nullable(),
  staffName: z.string().nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** As the file has it; without it, as long as the service takes. */
  durationMinutes: z.int().nullable().default(null),
  status: appointmentStatus,
  /** It is over, or was called off: nobody's time is taken and nobody is told. */
  isHistory: z.boolean(),
  priceCents: z.int(),
});
export type LinePlan = z.infer<typeof linePlan>;

export const importLineView = z.object({
  id: z.uuid(),
  line: z.int(),
  state: importLineState,
  cells: z.array(z.string()),
  plan: linePlan.nullable(),
  problems: z.array(lineProblem),
  appointmentId: z.uuid().nullable(),
});
export type ImportLineView = z.infer<typeof importLineView>;

export const importView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  branch: z.object({ id: z.uuid(), name: z.string(), timezone: z.string() }),
  encoding: z.string(),
  delimiter: z.string(),
  headers: z.array(z.string()),
  mapping: importMapping,
  options: importOptions,
  status: importStatus,
  error: z.string().nullable(),
  version: z.int(),
  total: z.int(),
  /** How many lines stand where. */
  counts: z.record(importLineState, z.int()),
  /** Of those that make something: how many bring a customer whom nobody knows. */
  newCustomers: z.int(),
  createdBy: z.string(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type ImportView = z.infer<typeof importView>;

export const listImportsInput = z.object({ ...pageInput });
export type ListImportsInput = z.infer<typeof listImportsInput>;
export const importPage = pageOf(importView);

export const listImportLinesInput = z.object({
  importId: z.uuid(),
  states: z.array(importLineState).optional(),
  ...pageInput,
});
export type ListImportLinesInput = z.infer<typeof listImportLinesInput>;
export const importLinePage = pageOf(importLineView);
