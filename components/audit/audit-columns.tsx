import type { AuditEntryView } from "@/server/audit/schema";
import type { Column } from "../shared/data-table/columns";
import type { Text } from "../shared/use-text";
import { describeEntry } from "./describe-entry";
import { fieldName } from "./describe-value";
import type { useExactTime } from "./use-exact-time";

interface ColumnNeeds {
  text: Text;
  exactTime: ReturnType<typeof useExactTime>;
}

const MOST_FIELDS = 3;

export function auditColumns({ text, exactTime }: ColumnNeeds): Column<AuditEntryView>[] {
  return [
    {
      key: "what",
      header: text("columns.what"),
      cell: (entry) => <span className="font-medium">{describeEntry(entry, text)}</span>,
    },
    {
      key: "when",
      header: text("columns.when"),
      from: "md",
      width: "w-44",
      cell: ({ occurredAt }) => <time className="whitespace-nowrap">{exactTime(occurredAt)}</time>,
    },
    {
      key: "subject",
      header: text("columns.subject"),
      from: "md",
      cell: (entry) => <span className="whitespace-nowrap">{subjectText(entry, text)}</span>,
    },
    {
      key: "fields",
      header: text("columns.fields"),
      from: "xl",
      width: "w-64 max-w-64",
      cell: (entry) => <span className="block truncate text-muted-foreground">{fieldsText(entry, text)}</span>,
    },
  ];
}

/** Nothing where somebody did something about themselves: the sentence has named them. */
export function subjectText({ subject, actor }: AuditEntryView, text: Text): string {
  if (!subject || (subject.type === "user" && subject.name === actor.name)) return "";
  return subject.name ?? (text.has(`subjects.${subject.type}`) ? text(`subjects.${subject.type}`) : subject.type);
}

function fieldsText({ fields }: AuditEntryView, text: Text): string {
  const names = [...new Set(fields.map((field) => fieldName(field, text)))];
  const more = names.length > MOST_FIELDS ? ` +${names.length - MOST_FIELDS}` : "";
  return names.slice(0, MOST_FIELDS).join(", ") + more;
}
