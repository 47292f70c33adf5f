"use client";

import { useQuery } from "@tanstack/react-query";
import { Search, UserPlus } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { useSettled } from "../../shared/use-settled";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { cn } from "../../ui/cn";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { ChosenCustomer } from "./chosen-customer";
import { NewCustomerFields } from "./new-customer-fields";

export interface PickedCustomer {
  id: string;
  name: string;
  phoneText?: string | null;
}

interface CustomerPickerProps {
  value: PickedCustomer | null;
  onChange: (customer: PickedCustomer | null) => void;
  hasFault: boolean;
}

const TYPING_PAUSE_MS = 200;
const MOST_SHOWN = 6;

/** Finds a customer by name or by number in any notation, or makes a new one on the spot. */
export function CustomerPicker({ value, onChange, hasFault }: CustomerPickerProps) {
  const text = useText("appointments");
  const [typed, setTyped] = useState("");
  const [isCreating, setCreating] = useState(false);
  const canCreate = useCan("create_customers");
  if (value) return <ChosenCustomer customer={value} onForget={() => onChange(null)} />;
  if (isCreating) {
    return <NewCustomerFields typed={typed} onDone={onChange} onBack={() => setCreating(false)} />;
  }
  return (
    <CustomerSearch typed={typed} onType={setTyped} onPick={onChange} hasFault={hasFault}>
      {canCreate && (
        <Button size="sm" variant="ghost" className="self-start" onClick={() => setCreating(true)}>
          <UserPlus />
          {typed.trim() ? text("customer.createNamed", { name: typed.trim() }) : text("customer.create")}
        </Button>
      )}
    </CustomerSearch>
  );
}

interface CustomerSearchProps {
  typed: string;
  onType: (typed: string) => void;
  onPick: (customer: PickedCustomer) => void;
  hasFault: boolean;
  children: React.ReactNode;
}

function CustomerSearch({ typed, onType, onPick, hasFault, children }: CustomerSearchProps) {
  const text = useText("appointments");
  const id = useId();
  const [active, setActive] = useState(0);
  const search = useSettled(typed.trim(), TYPING_PAUSE_MS);
  const isLongEnough = search.length >= 2;
  const found = useQuery(
    useTRPC().customers.list.queryOptions({ search, limit: MOST_SHOWN }, { enabled: isLongEnough }),
  );
  const people = isLongEnough ? (found.data?.items ?? []) : [];
  const handleKey = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && people.length > 0) {
      event.preventDefault();
      setActive((active + step + people.length) % people.length);
    }
    // Enter chooses; it must not send the form.
    if (event.key !== "Enter") return;
    event.preventDefault();
    const person = people[active];
    if (person) onPick(person);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{text("fields.customer")}</Label>
      <div className="relative">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          id={id}
          type="search"
          role="combobox"
          aria-expanded={people.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={people[active] ? `${id}-${active}` : undefined}
          aria-invalid={hasFault || undefined}
          autoComplete="off"
          autoFocus
          placeholder={text("customer.placeholder")}
          value={typed}
          onChange={(event) => {
            onType(event.target.value);
            setActive(0);
          }}
          onKeyDown={handleKey}
          className="pl-8 [&::-webkit-search-cancel-button]:hidden"
        />
      </div>
      {hasFault && (
        <p data-tone="danger" className="text-sm text-tone-text">
          {text("customer.required")}
        </p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={text("fields.customer")}
        className={cn("flex flex-col overflow-hidden rounded-md border", people.length === 0 && "hidden")}
      >
        {people.map((person, index) => (
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerMove={() => setActive(index)}
            onClick={() => onPick(person)}
            onKeyDown={handleKey}
            className={cn(
              "flex min-h-(--control) cursor-pointer items-center justify-between gap-3 px-3 py-1.5",
              index === active && "bg-accent",
            )}
          >
            <span className="min-w-0 break-words font-medium">{person.name}</span>
            <span className="shrink-0 text-muted-foreground text-sm tabular-nums">{person.phoneText}</span>
          </div>
        ))}
      </div>
      {isLongEnough && found.isSuccess && people.length === 0 && (
        <p role="status" className="text-muted-foreground">
          {text("customer.none")}
        </p>
      )}
      {children}
    </div>
  );
}
