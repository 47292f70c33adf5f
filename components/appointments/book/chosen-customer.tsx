"use client";

import { useText } from "../../shared/use-text";
import { Avatar } from "../../ui/avatar";
import { Button } from "../../ui/button";
import type { PickedCustomer } from "./customer-picker";

interface ChosenCustomerProps {
  customer: PickedCustomer;
  onForget: () => void;
}

export function ChosenCustomer({ customer, onForget }: ChosenCustomerProps) {
  const text = useText("appointments");
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium text-sm">{text("fields.customer")}</p>
      <div className="flex items-center gap-3 rounded-md border px-3 py-2">
        <Avatar name={customer.name} />
        <div className="min-w-0 flex-1">
          <p className="break-words font-medium">{customer.name}</p>
          {customer.phoneText && (
            <p className="truncate text-muted-foreground text-sm tabular-nums">{customer.phoneText}</p>
          )}
        </div>
        <Button size="sm" onClick={onForget}>
          {text("customer.change")}
        </Button>
      </div>
    </div>
  );
}
