"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useState } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { Note } from "../../shared/note";
import { RefusalNote } from "../../shared/refusal-note";
import { useSettled } from "../../shared/use-settled";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import type { PickedCustomer } from "./customer-picker";
import { readTyped } from "./read-typed";

interface NewCustomerFieldsProps {
  /** What was looked for: a name, or a number. */
  typed: string;
  onDone: (customer: PickedCustomer) => void;
  onBack: () => void;
}

const TYPING_PAUSE_MS = 300;

/** A customer in three fields, inside another form: so Enter and the button save, not a submit. */
export function NewCustomerFields({ typed, onDone, onBack }: NewCustomerFieldsProps) {
  const text = useText("appointments");
  const [fields, setFields] = useState(() => readTyped(typed));
  const create = useMutation(useTRPC().customers.create.mutationOptions());
  const { firstName, lastName, phone } = fields;
  const name = `${firstName} ${lastName}`.trim();
  const handleCreate = () => {
    if (!lastName.trim() || create.isPending) return;
    create.mutate(
      { firstName, lastName, phone: phone.trim() || null },
      { onSuccess: ({ customerId }) => onDone({ id: customerId, name, phoneText: phone.trim() || null }) },
    );
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || (event.target as Element).tagName !== "INPUT") return;
    event.preventDefault();
    handleCreate();
  };
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border p-3" onKeyDown={handleKey}>
      <legend className="px-1 font-medium text-sm">{text("customer.newTitle")}</legend>
      {create.isError && <RefusalNote error={create.error} />}
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={text("customer.firstName")}
          value={firstName}
          onChange={(value) => setFields({ ...fields, firstName: value })}
          autoFocus
        />
        <TextField
          label={text("customer.lastName")}
          value={lastName}
          onChange={(value) => setFields({ ...fields, lastName: value })}
        />
      </div>
      <TextField
        label={text("customer.phone")}
        type="tel"
        value={phone}
        onChange={(value) => setFields({ ...fields, phone: value })}
      />
      <KnownNumber phone={phone} onPick={onDone} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onBack}>
          {text("customer.back")}
        </Button>
        <Button
          size="sm"
          variant="primary"
          disabled={!lastName.trim()}
          isBusy={create.isPending}
          onClick={handleCreate}
        >
          {text("customer.save")}
        </Button>
      </div>
    </fieldset>
  );
}

/** Somebody with this number is there already: better them than a double. */
function KnownNumber({ phone, onPick }: { phone: string; onPick: (customer: PickedCustomer) => void }) {
  const text = useText("appointments");
  const search = useSettled(phone.trim(), TYPING_PAUSE_MS);
  const isNumber = search.replace(/\D/g, "").length >= 7;
  const found = useQuery(useTRPC().customers.list.queryOptions({ search, limit: 1 }, { enabled: isNumber }));
  const known = isNumber ? found.data?.items[0] : undefined;
  if (!known) return null;
  return (
    <Note
      tone="warning"
      action={
        <Button size="sm" onClick={() => onPick(known)}>
          {text("customer.take")}
        </Button>
      }
    >
      {text("customer.known", { name: known.name })}
    </Note>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "tel";
  autoFocus?: boolean;
}

function TextField({ label, value, onChange, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Input id={id} value={value} onChange={(event) => onChange(event.target.value)} autoComplete="off" {...input} />
    </div>
  );
}
