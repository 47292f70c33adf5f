import type { ReactNode } from "react";
import { useText } from "../shared/use-text";
import type { WordedField } from "./function-words";

interface WordedListProps {
  fields: readonly WordedField[];
  /** How a value is shown, where that is more than its words. */
  show?: (field: WordedField) => ReactNode;
}

/** Fields as label and value, one below the other. */
export function WordedList({ fields, show }: WordedListProps) {
  const text = useText("calls");
  return (
    <dl className="grid grid-cols-[minmax(5.5rem,auto)_1fr] gap-x-3 gap-y-1">
      {fields.map((field) => (
        <div key={field.key} className="contents">
          <dt className="text-muted-foreground">{text(`fields.${field.key}`)}</dt>
          <dd className="min-w-0 break-words tabular-nums">{show ? show(field) : field.value}</dd>
        </div>
      ))}
    </dl>
  );
}
