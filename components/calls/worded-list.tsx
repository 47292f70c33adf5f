import { useText } from "../shared/use-text";
import type { WordedField } from "./function-words";

/** Fields as label and value, one below the other. */
export function WordedList({ fields }: { fields: readonly WordedField[] }) {
  const text = useText("calls");
  return (
    <dl className="grid grid-cols-[minmax(5.5rem,auto)_1fr] gap-x-3 gap-y-1">
      {fields.map(({ key, value }) => (
        <div key={key} className="contents">
          <dt className="text-muted-foreground">{text(`fields.${key}`)}</dt>
          <dd className="min-w-0 break-words tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
