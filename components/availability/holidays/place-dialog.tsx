"use client";

import { keepPreviousData, type UseMutationResult, useMutation, useQuery } from "@tanstack/react-query";
import { useForm, useWatch } from "react-hook-form";
import type { HolidayPlace } from "@/server/availability/holidays/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { toast } from "../../ui/toast-store";

interface Values {
  country: string;
  state: string;
  municipality: string;
}

/** Country, state, and the municipality where it has days of its own. The holidays follow at once. */
export function PlaceDialog({ place, company }: { place: HolidayPlace; company: HolidayPlace | undefined }) {
  const text = useText("holidays");
  const trpc = useTRPC();
  const form = useForm<Values>({
    defaultValues: { country: place.country ?? "", state: place.state ?? "", municipality: place.municipality ?? "" },
  });
  const [country, state] = useWatch({ control: form.control, name: ["country", "state"] });
  const wanted = country || company?.country || "DE";
  const lies = state || (wanted === company?.country ? company.state : null);
  const regions = useQuery(
    trpc.holidays.listRegions.queryOptions(
      { country: wanted, ...(lies ? { state: lies } : {}) },
      { placeholderData: keepPreviousData },
    ),
  );
  const { countries = [], states = [], municipalities = [] } = regions.data ?? {};
  const save = useSavePlace(place);
  const like = place.branchId ? text("places.likeCompany") : null;
  return (
    <FormDialog
      title={text("places.dialog", { name: place.name })}
      description={text("places.switches")}
      form={form}
      mutation={save}
      onDone={() => toast({ title: text("places.saved") })}
    >
      <FormField<Values> name="country" label={text("places.country")}>
        {(control) => (
          <NativeSelect
            {...control}
            onChange={(event) => {
              control.onChange(event);
              form.setValue("state", "");
              form.setValue("municipality", "");
            }}
          >
            {like && <option value="">{like}</option>}
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      {states.length > 0 && (
        <FormField<Values> name="state" label={text("places.state")}>
          {(control) => (
            <NativeSelect {...control}>
              <option value="">{like && wanted === company?.country ? like : text("places.noState")}</option>
              {states.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      )}
      {place.branchId && municipalities.length > 0 && (
        <FormField<Values>
          name="municipality"
          label={text("places.municipality")}
          hint={text("places.municipalityHint", { places: municipalities.join(", ") })}
        >
          {(control) => (
            <NativeSelect {...control}>
              <option value="">{text("places.otherMunicipality")}</option>
              {municipalities.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      )}
    </FormDialog>
  );
}

type Save = UseMutationResult<HolidayPlace[], unknown, Values>;

/** What is empty a branch takes from its company. */
function useSavePlace({ branchId }: HolidayPlace): Save {
  const trpc = useTRPC();
  const meta = { refresh: ["availability", "exceptions", "tenancy"] };
  const branch = useMutation(trpc.holidays.placeBranch.mutationOptions({ meta }));
  const company = useMutation(trpc.holidays.placeCompany.mutationOptions({ meta }));
  type Options = Parameters<typeof branch.mutate>[1];
  const mutate = ({ country, state, municipality }: Values, options: Options) => {
    if (branchId)
      branch.mutate(
        { branchId, country: country || null, state: state || null, municipality: municipality || null },
        options,
      );
    else company.mutate({ country: country || undefined, state: state || null }, options as never);
  };
  return { ...(branchId ? branch : company), mutate } as unknown as Save;
}
