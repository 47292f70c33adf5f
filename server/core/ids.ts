import { v7 } from "uuid";
import { z } from "zod";

/** A fresh UUIDv7: ids come from the application, because PostgreSQL 15 has no `uuidv7()`. */
export const newId = (): string => v7();

/** Minted only in `core/context.ts`: a string can't pass for a company by accident. */
export const companyIdSchema = z.uuid().brand<"CompanyId">();
export type CompanyId = z.infer<typeof companyIdSchema>;
