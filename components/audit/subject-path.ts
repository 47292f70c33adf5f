import type { AuditEntryView } from "@/server/audit/schema";
import type { AuditSource } from "./audit-source";

const PATHS: Record<string, string> = { appointment: "/appointments", customer: "/customers", call: "/calls" };
const PLATFORM_PATHS: Record<string, string> = {
  tenant: "/admin/tenants",
  company: "/admin/companies",
  user: "/admin/users",
};

/** The page of what an entry is about; null for what has none, or is no longer there to be named. */
export function subjectPath(subject: AuditEntryView["subject"], source: AuditSource = "company"): string | null {
  const paths = source === "platform" ? PLATFORM_PATHS : PATHS;
  const base = subject?.id && subject.name ? paths[subject.type] : undefined;
  return base && subject ? `${base}/${subject.id}` : null;
}
