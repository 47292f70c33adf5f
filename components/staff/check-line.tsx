import { type ReactNode, useId } from "react";
import { Checkbox } from "../ui/checkbox";

interface CheckLineProps {
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  isDisabled?: boolean;
  children: ReactNode;
}

/** One of several that can be chosen together. */
export function CheckLine({ isChecked, onChange, isDisabled, children }: CheckLineProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-(--control)">
      <Checkbox
        id={id}
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
