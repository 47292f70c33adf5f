"use client";

import { Percent } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { useCan, useCompany } from "../../providers/company-provider";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { DiscountFields } from "./discount-fields";

/** A way to let somebody off a part of the price right away, for whoever may. */
export function DiscountOffer({ priceCents }: { priceCents: number | null }) {
  const text = useText("appointments");
  const { currency } = useCompany();
  const form = useFormContext();
  const mayDiscount = useCan("discount_appointments");
  const isOpen = form.watch("discountCents") !== undefined;
  const isHidden = !mayDiscount || priceCents === 0;
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    // Of what costs nothing nothing is let off, and nobody could see that it is.
    if (!isHidden || !isOpen) return;
    form.setValue("discountCents", undefined);
    form.setValue("discountReason", undefined);
    setAsked(false);
  }, [form, isHidden, isOpen]);
  useEffect(() => {
    if (isAsked) form.setFocus("discountCents");
  }, [form, isAsked]);
  const handleOpen = () => {
    form.setValue("discountCents", 0);
    setAsked(true);
  };
  if (isHidden) return null;
  if (isOpen) {
    return (
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <DiscountFields {...{ priceCents, currency }} />
      </div>
    );
  }
  return (
    <Button variant="ghost" size="sm" className="self-start" onClick={handleOpen}>
      <Percent />
      {text("discount.action")}
    </Button>
  );
}
