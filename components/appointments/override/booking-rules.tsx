"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useFormContext } from "react-hook-form";
import type { PreviewBookingInput } from "@/server/appointments/bookings/schema";
import { depositDueCents } from "@/server/policies/rules/deposit";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { Note } from "../../shared/note";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { OverrideFields } from "./override-fields";

interface BookingRulesProps {
  /** Null as long as it is not known for whom, or with whom. */
  booking: PreviewBookingInput | null;
  /** Without a discount; null as long as nobody knows. */
  priceCents: number | null;
}

/** What the rules say to a booking before it is made: why it would be refused, what it asks for beforehand; and a way to decide otherwise for whoever may. */
export function BookingRules({ booking, priceCents }: BookingRulesProps) {
  const [text, errors] = [useText("appointments"), useText("errors")];
  const formatters = useFormatters();
  const { currency } = useCompany();
  const discountCents = Number(useFormContext().watch("discountCents")) || 0;
  const { data } = useQuery(useTRPC().bookings.preview.queryOptions(booking ?? skipToken, { gcTime: 0 }));
  const [refusal, deposit] = booking && data ? [data.refusal, data.deposit] : [null, null];
  useStale("overridesPolicy", refusal === null);
  useStale("waivesDeposit", deposit === null);
  const prices = priceCents !== null && { fullPriceCents: priceCents, priceCents: priceCents - discountCents };
  const dueCents = deposit && prices ? depositDueCents(deposit, prices) : null;
  return (
    <>
      {refusal && (
        <Note tone="warning">
          <p className="font-medium">{errors(`reasons.${refusal.reason}`)}</p>
          <p>{text("override.blocked")}</p>
        </Note>
      )}
      {refusal && <OverrideFields name="overridesPolicy" label={text("override.anyway")} />}
      {deposit && (
        <Note>
          {dueCents === null
            ? text("override.someDeposit")
            : text("override.deposit", { amount: formatters.money(dueCents, currency) })}
        </Note>
      )}
      {deposit && <OverrideFields name="waivesDeposit" label={text("override.waive")} />}
    </>
  );
}

/** Nobody could take back what is not shown any more. */
function useStale(name: "overridesPolicy" | "waivesDeposit", isHidden: boolean) {
  const form = useFormContext();
  const isStale = isHidden && form.watch(name) === true;
  useEffect(() => {
    if (isStale) form.setValue(name, false);
  }, [form, name, isStale]);
}
