import { cn } from "../ui/cn";
import { NativeSelect } from "../ui/native-select";

interface FilterSelectProps {
  /** What it filters; also the first option, which means "all". */
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly { value: string; label: string }[];
  className?: string;
}

export function FilterSelect({ label, value, onChange, options, className }: FilterSelectProps) {
  return (
    <NativeSelect
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value || null)}
      className={cn("max-sm:min-w-2/5 max-sm:flex-1 sm:w-44", className)}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
