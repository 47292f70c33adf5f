"use client";

import { useController } from "react-hook-form";
import type { z } from "zod";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import type { ServiceStaffView, setServiceStaffInput } from "@/server/staff/offers/schema";
import { ColourDot } from "../../appointments/colour-dot";
import { useCompany } from "../../providers/company-provider";
import { MoneyInput } from "../../shared/money-input";
import { useText } from "../../shared/use-text";
import { CheckLine } from "../../staff/check-line";
import { NativeSelect } from "../../ui/native-select";
import { MinutesInput } from "../segments/minutes-input";

interface PersonTermsProps {
  person: ServiceStaffView;
  service: ServiceDetails;
}

type Values = z.input<typeof setServiceStaffInput>;
type Terms = Values["people"][number];

/** One person: doesn't do it, does it as usual, or on terms of their own. */
export function PersonTerms({ person, service }: PersonTermsProps) {
  const text = useText("catalog");
  const { currency } = useCompany();
  const { field } = useController<Values, "people">({ name: "people" });
  const { staffId, name, colour, isBookable } = person;
  const terms = field.value.find((each) => each.staffId === staffId);
  const change = (changes: Partial<Terms>) =>
    field.onChange(field.value.map((each) => (each.staffId === staffId ? { ...each, ...changes } : each)));
  const toggle = (isOn: boolean) =>
    field.onChange(
      isOn
        ? [...field.value, { staffId, durationMinutes: null, priceCents: null, proficiency: 3 }]
        : field.value.filter((each) => each.staffId !== staffId),
    );
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2">
      <span className="min-w-48 flex-1">
        <CheckLine isChecked={terms !== undefined} onChange={toggle}>
          <span className="inline-flex items-center gap-2">
            <ColourDot colour={colour} />
            {name}
            {!isBookable && <span className="text-muted-foreground text-sm">{text("people.notBookable")}</span>}
          </span>
        </CheckLine>
      </span>
      {terms && (
        <>
          {!service.isComposite && (
            <MinutesInput
              label={text("people.minutesOf", { name })}
              placeholder={service.durationMinutes}
              min={1}
              value={terms.durationMinutes ?? null}
              onChange={(durationMinutes) => change({ durationMinutes })}
            />
          )}
          <MoneyInput
            aria-label={text("people.priceOf", { name })}
            standardCents={service.priceCents}
            value={terms.priceCents ?? null}
            onChange={(priceCents) => change({ priceCents })}
            currency={currency}
          />
          <NativeSelect
            aria-label={text("people.proficiencyOf", { name })}
            value={terms.proficiency ?? 3}
            onChange={(event) => change({ proficiency: Number(event.target.value) })}
            className="w-40"
          >
            {[1, 2, 3, 4, 5].map((level) => (
              <option key={level} value={level}>
                {text(`proficiency.${level}`)}
              </option>
            ))}
          </NativeSelect>
        </>
      )}
    </li>
  );
}
