import type { AuditEntryView } from "@/server/audit/schema";

const PATHS: Record<string, string> = { appointment: "/appointments", customer: "/customers", call: "/calls" };

/** The page of what an entry is about; null for what has none, or is no longer there to be named. */
export function subjectPath(subject: AuditEntryView["subject"]): string | null {
  const base = subject?.id && subject.name ? PATHS[subject.type] : undefined;
  return base && subject ? `${base}/${subject.id}` : null;
}
