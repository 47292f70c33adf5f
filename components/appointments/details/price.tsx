"use client";

import { lazy, useState } from "react";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const DiscountDialog = lazy(() => import("./discount-dialog").then((file) => ({ default: file.DiscountDialog })));

/** What the customer pays, what was let off it and why; whoever may gives a discount here. */
export function Price({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const formatters = useFormatters();
  const [isOpen, setOpen] = useState(false);
  const { priceCents, discountCents, discountReason, currency, status } = appointment;
  const isChangeable = ["pending", "confirmed", "in_progress"].includes(status);
  const [mayEdit, mayGive] = [useCan("edit_appointments"), useCan("discount_appointments")];
  const mayDiscount = mayEdit && mayGive && isChangeable && priceCents + discountCents > 0;
  const amount = formatters.money(discountCents, currency);
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <span>
        {formatters.money(priceCents, currency)}
        {discountCents > 0 && (
          <span className="block text-muted-foreground text-sm">
            {text("discount.given", { amount, reason: discountReason ?? "" })}
          </span>
        )}
      </span>
      {mayDiscount && (
        <Button variant="link" size="inline" onClick={() => setOpen(true)}>
          {text(discountCents > 0 ? "discount.change" : "discount.action")}
        </Button>
      )}
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <DiscountDialog appointment={appointment} />
      </DialogSlot>
    </span>
  );
}
