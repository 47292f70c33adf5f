"use client";

import { useController } from "react-hook-form";
import type { OfferedService, SetStaffServicesInput } from "@/server/staff/schema";
import { useText } from "../shared/use-text";
import { Input } from "../ui/input";
import { NativeSelect } from "../ui/native-select";
import { CheckLine } from "./check-line";

interface ServiceTermsProps {
  serviceId: string;
  name: string;
  standard?: { durationMinutes: number; priceCents: number } | undefined;
}

/** One service: not done, done as usual, or with a length and a price of their own. */
export function ServiceTerms({ serviceId, name, standard }: ServiceTermsProps) {
  const text = useText("staff");
  const { field } = useController<SetStaffServicesInput, "services">({ name: "services" });
  const terms = field.value.find((each) => each.serviceId === serviceId);
  const others = field.value.filter((each) => each.serviceId !== serviceId);
  const change = (changes: Partial<OfferedService>) => terms && field.onChange([...others, { ...terms, ...changes }]);
  const toggle = (isOn: boolean) =>
    field.onChange(isOn ? [...others, { serviceId, durationMinutes: null, priceCents: null, proficiency: 3 }] : others);
  return (
    <li className="grid items-center gap-x-3 gap-y-2 px-3 py-2 sm:grid-cols-[1fr_auto]">
      <CheckLine isChecked={terms !== undefined} onChange={toggle}>
        {name}
      </CheckLine>
      {terms && (
        <div className="flex flex-wrap items-center gap-2">
          <TermInput
            label={text("services.minutesOf", { name })}
            unit={text("services.minutes")}
            value={terms.durationMinutes}
            standard={standard?.durationMinutes}
            onChange={(durationMinutes) => change({ durationMinutes })}
          />
          <TermInput
            label={text("services.euroOf", { name })}
            unit="€"
            step={0.01}
            value={terms.priceCents === null ? null : terms.priceCents / 100}
            standard={standard && standard.priceCents / 100}
            onChange={(euro) => change({ priceCents: euro === null ? null : Math.round(euro * 100) })}
          />
          <NativeSelect
            aria-label={text("services.proficiencyOf", { name })}
            value={terms.proficiency}
            onChange={(event) => change({ proficiency: Number(event.target.value) })}
            className="w-36"
          >
            {[1, 2, 3, 4, 5].map((level) => (
              <option key={level} value={level}>
                {text(`proficiency.${level}`)}
              </option>
            ))}
          </NativeSelect>
        </div>
      )}
    </li>
  );
}

interface TermInputProps {
  label: string;
  unit: string;
  step?: number;
  value: number | null;
  /** What holds as long as nothing is typed. */
  standard: number | undefined;
  onChange: (value: number | null) => void;
}

function TermInput({ label, unit, step = 5, value, standard, onChange }: TermInputProps) {
  return (
    <span className="flex items-center gap-1.5">
      <Input
        type="number"
        inputMode="decimal"
        min={0}
        step={step}
        aria-label={label}
        placeholder={standard === undefined ? "" : String(standard)}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.valueAsNumber)}
        className="w-24 text-right"
      />
      <span aria-hidden="true" className="text-muted-foreground">
        {unit}
      </span>
    </span>
  );
}
