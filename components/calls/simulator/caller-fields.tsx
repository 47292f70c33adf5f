"use client";

import { Phone } from "lucide-react";
import { useCompany } from "../../providers/company-provider";
import { useText } from "../../shared/use-text";
import { CheckLine } from "../../staff/check-line";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";

interface Caller {
  branchId: string;
  from: string;
  isFailing: boolean;
}

interface CallerFieldsProps {
  caller: Caller;
  onChange: (caller: Caller) => void;
  onBegin: () => void;
  isBusy: boolean;
}

/** Whom the caller rings, and from which number. */
export function CallerFields({ caller, onChange, onBegin, isBusy }: CallerFieldsProps) {
  const text = useText("simulator");
  const { branches } = useCompany();
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onBegin();
      }}
    >
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-1.5">
        <Label htmlFor="branch">{text("typed.branch")}</Label>
        <NativeSelect
          id="branch"
          value={caller.branchId}
          onChange={(event) => onChange({ ...caller, branchId: event.target.value })}
        >
          {branches.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </div>
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-1.5">
        <Label htmlFor="from">{text("typed.from")}</Label>
        <Input
          id="from"
          type="tel"
          aria-describedby="from-hint"
          maxLength={40}
          autoComplete="off"
          value={caller.from}
          onChange={(event) => onChange({ ...caller, from: event.target.value })}
        />
      </div>
      <Button type="submit" variant="primary" isBusy={isBusy}>
        <Phone />
        {text("typed.begin")}
      </Button>
      <div className="basis-full">
        <CheckLine isChecked={caller.isFailing} onChange={(isFailing) => onChange({ ...caller, isFailing })}>
          {text("typed.isFailing")}
        </CheckLine>
      </div>
      <p id="from-hint" className="basis-full text-muted-foreground text-sm">
        {text("typed.fromHint")}
      </p>
    </form>
  );
}
