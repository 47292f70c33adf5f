"use client";

import { type PolicyField, violationAction } from "@/server/policies/schema";
import { useCompany } from "../providers/company-provider";
import { MoneyInput } from "../shared/money-input";
import { useText } from "../shared/use-text";
import { Input } from "../ui/input";
import { NativeSelect } from "../ui/native-select";
import { FIELD_KINDS, MAY_BE_NONE } from "./field-kinds";

interface PolicyFieldControlProps {
  id: string;
  field: PolicyField;
  /** Undefined: taken from further up; null: explicitly none. */
  value: unknown;
  inherited: unknown;
  inheritedText: string;
  isInvalid: boolean;
  describedBy: string;
  onChange: (value: unknown) => void;
}

/** First whose word it is, and beside it the own value where there is one. */
export function PolicyFieldControl(props: PolicyFieldControlProps) {
  const { id, field, value, inherited, inheritedText, isInvalid, describedBy, onChange } = props;
  const text = useText("policies");
  const kind = FIELD_KINDS[field];
  const inherit = <option value="inherit">{inheritedText}</option>;
  const aria = { "aria-describedby": describedBy, "aria-invalid": isInvalid || undefined };
  if (kind === "action" || kind === "yesNo") {
    const isYesNo = kind === "yesNo";
    const options = isYesNo ? ["yes", "no"] : violationAction.options;
    const read = (chosen: string) => (isYesNo ? chosen === "yes" : chosen);
    const shown = value === undefined ? "inherit" : isYesNo ? (value ? "yes" : "no") : String(value);
    return (
      <NativeSelect
        id={id}
        value={shown}
        onChange={({ target }) => onChange(target.value === "inherit" ? undefined : read(target.value))}
        {...aria}
      >
        {inherit}
        {options.map((option) => (
          <option key={option} value={option}>
            {text(isYesNo ? option : `actions.${option}`)}
          </option>
        ))}
      </NativeSelect>
    );
  }
  const mode = value === undefined ? "inherit" : value === null ? "none" : "own";
  const begin = typeof inherited === "number" ? inherited : 0;
  const handleMode = (next: string) => onChange(next === "inherit" ? undefined : next === "none" ? null : begin);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <NativeSelect
        id={id}
        className="min-w-48 flex-1"
        value={mode}
        onChange={({ target }) => handleMode(target.value)}
        {...aria}
      >
        {inherit}
        <option value="own">{text("dialog.own")}</option>
        {MAY_BE_NONE.includes(field) && <option value="none">{text("dialog.none")}</option>}
      </NativeSelect>
      {mode === "own" && <OwnValue field={field} value={value as number} onChange={onChange} aria={aria} />}
    </div>
  );
}

interface OwnValueProps {
  field: PolicyField;
  value: number;
  onChange: (value: unknown) => void;
  aria: { "aria-describedby": string; "aria-invalid": true | undefined };
}

/** What can't be read is NaN: the form says so below the field. */
function OwnValue({ field, value, onChange, aria }: OwnValueProps) {
  const text = useText("policies");
  const { currency } = useCompany();
  const kind = FIELD_KINDS[field];
  const label = text(`fields.${field}`);
  if (kind === "money")
    return (
      <MoneyInput
        aria-label={label}
        value={value}
        currency={currency}
        onChange={(cents) => onChange(cents ?? Number.NaN)}
        {...aria}
      />
    );
  return (
    <span className="flex items-center gap-1.5">
      <Input
        type="number"
        inputMode="decimal"
        min={0}
        step="any"
        aria-label={label}
        value={Number.isNaN(value) ? "" : value}
        onChange={({ target }) => onChange(target.value === "" ? Number.NaN : Number(target.value))}
        className="w-24 text-right tabular-nums"
        {...aria}
      />
      {kind !== "count" && (
        <span aria-hidden="true" className="text-muted-foreground">
          {text(`suffixes.${kind}`)}
        </span>
      )}
    </span>
  );
}
