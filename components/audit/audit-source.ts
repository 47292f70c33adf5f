"use client";

import { createContext, use } from "react";
import { useTRPC } from "../providers/trpc-provider";
import { PLATFORM_SUBJECTS, SUBJECT_TYPES } from "./audit-filters";
import { COMMON_ACTIONS, PLATFORM_ACTIONS } from "./describe-entry";

/** Whose log a page shows: the company's own, or what operators did. */
export type AuditSource = "company" | "platform";

export const AuditSourceContext = createContext<AuditSource>("company");
export const useAuditSource = (): AuditSource => use(AuditSourceContext);

/** The same questions to the log that the page shows. */
export function useAuditQueries() {
  const trpc = useTRPC();
  return useAuditSource() === "platform" ? trpc.platform.audit : trpc.audit;
}

/** What there is to look for in each log. */
export const AUDIT_CHOICES = {
  company: { actions: COMMON_ACTIONS, subjects: SUBJECT_TYPES, exportPermission: "export_audit" },
  platform: { actions: PLATFORM_ACTIONS, subjects: PLATFORM_SUBJECTS, exportPermission: "view_platform" },
} as const;
