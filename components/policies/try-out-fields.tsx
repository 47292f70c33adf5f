"use client";

import { type ReactNode, useId } from "react";
import { useText } from "../shared/use-text";
import { DateInput, TimeInput } from "../ui/date-input";
import { Input } from "../ui/input";
import { Label } from "../ui/label";
import { NativeSelect } from "../ui/native-select";
import type { usePlaces } from "./use-places";

export interface TryOutValues {
  serviceId: string;
  branchId: string;
  staffId: string;
  date: string;
  time: string;
  /** Cancelled this month, or moved, so many times. */
  before: string;
}

interface TryOutFieldsProps {
  step: "cancel" | "reschedule" | "no_show";
  places: ReturnType<typeof usePlaces>;
  values: TryOutValues;
  onChange: (values: TryOutValues) => void;
}

/** An appointment that nobody has. */
export function TryOutFields({ step, places, values, onChange }: TryOutFieldsProps) {
  const text = useText("policies");
  const set = (field: keyof TryOutValues) => (event: { target: { value: string } }) =>
    onChange({ ...values, [field]: event.target.value });
  const any = <option value="">{text("tryOut.any")}</option>;
  const options = (scope: "branch" | "service" | "staff") =>
    places[scope].map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
  return (
    <div className="grid grid-cols-2 gap-3">
      <Labelled label={text("tryOut.service")} isWide>
        {(id) => (
          <NativeSelect id={id} value={values.serviceId} onChange={set("serviceId")}>
            {options("service")}
          </NativeSelect>
        )}
      </Labelled>
      <Labelled label={text("tryOut.branch")}>
        {(id) => (
          <NativeSelect id={id} value={values.branchId} onChange={set("branchId")}>
            {any}
            {options("branch")}
          </NativeSelect>
        )}
      </Labelled>
      <Labelled label={text("tryOut.staff")}>
        {(id) => (
          <NativeSelect id={id} value={values.staffId} onChange={set("staffId")}>
            {any}
            {options("staff")}
          </NativeSelect>
        )}
      </Labelled>
      {step !== "no_show" && (
        <>
          <Labelled label={text("tryOut.date")} isWide>
            {(id) => <DateInput id={id} value={values.date} onChange={set("date")} />}
          </Labelled>
          <Labelled label={text("tryOut.time")}>
            {(id) => <TimeInput id={id} value={values.time} onChange={set("time")} />}
          </Labelled>
          <Labelled label={text(step === "cancel" ? "tryOut.cancelledBefore" : "tryOut.movedBefore")} isWide>
            {(id) => <Input id={id} type="number" min={0} max={99} value={values.before} onChange={set("before")} />}
          </Labelled>
        </>
      )}
    </div>
  );
}

interface LabelledProps {
  label: string;
  isWide?: boolean;
  children: (id: string) => ReactNode;
}

function Labelled({ label, isWide, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={isWide ? "col-span-2 flex flex-col gap-1.5" : "flex min-w-0 flex-col gap-1.5"}>
      <Label htmlFor={id}>{label}</Label>
      {children(id)}
    </div>
  );
}
