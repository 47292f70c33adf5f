"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addDays, fromWall, toLocal } from "@/server/core/time-zone";
import { useCompany } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { RefusalNote } from "../shared/refusal-note";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";
import { TryOutFields, type TryOutValues } from "./try-out-fields";
import { usePlaces } from "./use-places";
import { Verdict } from "./verdict";

/** "What would cancelling tomorrow at ten cost?" Answered from the rules as they stand, changed as they change. */
export function TryOut({ step }: { step: "cancel" | "reschedule" | "no_show" }) {
  const text = useText("policies");
  const formatters = useFormatters();
  const { timezone } = useCompany();
  const places = usePlaces();
  const [values, setValues] = useState<TryOutValues>(() => ({
    ...{ serviceId: "", branchId: "", staffId: "", time: "10:00", before: "0" },
    date: addDays(toLocal(timezone, Date.now()).date, 1),
  }));
  const serviceId = values.serviceId || places.service[0]?.id;
  const startsAt = readStart(values, timezone);
  const asked = {
    step,
    serviceId: serviceId ?? "",
    branchId: values.branchId || null,
    staffId: values.staffId || null,
    startsAt: startsAt?.toISOString() ?? "",
    ...(step === "cancel" ? { cancelledBefore: Number(values.before) } : { movedBefore: Number(values.before) }),
  };
  const { data, error } = useQuery(
    useTRPC().policies.simulate.queryOptions(asked, {
      enabled: Boolean(serviceId && startsAt),
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Card aria-labelledby="try-out">
      <CardHeader>
        <CardTitle id="try-out">{text("tryOut.title")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        <p className="text-muted-foreground text-sm">{text("tryOut.lead")}</p>
        <TryOutFields
          step={step}
          places={places}
          values={{ ...values, serviceId: serviceId ?? "" }}
          onChange={setValues}
        />
        <div aria-live="polite" className="flex flex-col gap-2">
          {error ? (
            <RefusalNote error={error} />
          ) : data ? (
            <>
              <Verdict policy={data.policy} currency={data.currency} />
              <p className="text-muted-foreground text-sm">
                {text("tryOut.price", { price: formatters.money(data.priceCents, data.currency) })}
              </p>
            </>
          ) : (
            <p className="text-muted-foreground text-sm">{text("tryOut.loading")}</p>
          )}
        </div>
      </CardContent>
    </Card>
  );
}

/** Null while the day or the time is only half typed. */
function readStart({ date, time }: TryOutValues, zone: string): Date | null {
  const [hours, minutes] = time.split(":").map(Number);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || hours === undefined || minutes === undefined) return null;
  return new Date(fromWall(zone, date, hours * 60 + minutes));
}
