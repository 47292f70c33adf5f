"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type CreatedSessions, createSessionsInput } from "@/server/availability/classes/schema";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { Note } from "../../shared/note";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { DateInput } from "../../ui/date-input";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { Skeleton } from "../../ui/skeleton";
import { DespiteClosures } from "./despite-closures";
import { RepeatField } from "./repeat-field";

type Values = z.input<typeof createSessionsInput>;

/** What, where, who, when, how many; once or again and again. */
export function NewSessionDialog({ onDone }: { onDone: (made: CreatedSessions) => void }) {
  const text = useText("classes");
  const trpc = useTRPC();
  const { branches } = useCompany();
  const choices = useQuery(trpc.classes.listChoices.queryOptions());
  const form = useForm<Values>({
    resolver: zodResolver(createSessionsInput) as never,
    defaultValues: {
      ...{ serviceId: "", branchId: useBranch() ?? branches[0]?.id ?? "", staffId: "", date: "", time: "18:00" },
      ...{ durationMinutes: null, capacity: null, resourceIds: [], note: "", repeat: null, isConfirmed: false },
    },
  });
  const create = useMutation(trpc.classes.create.mutationOptions({ meta: { refresh: ["availability"] } }));
  const [branchId, serviceId] = form.watch(["branchId", "serviceId"]);
  const { services = [], teachers = [], resources = [] } = choices.data ?? {};
  const service = services.find(({ id }) => id === serviceId);
  const able = teachers.filter((each) => each.branchIds.includes(branchId) && each.serviceIds.includes(serviceId));
  const rooms = resources.filter((each) => each.branchId === branchId);
  return (
    <FormDialog title={text("new.title")} form={form} mutation={create} submitLabel={text("new.save")} onDone={onDone}>
      {choices.error && <RefusalNote error={choices.error} />}
      {choices.isPending && <Skeleton className="h-40 w-full" />}
      {choices.data && services.length === 0 && <Note>{text("new.noClasses")}</Note>}
      <Choice name="serviceId" label={text("fields.service")} options={services} />
      {branches.length > 1 && <Choice name="branchId" label={text("fields.branch")} options={branches} />}
      <Choice
        name="staffId"
        label={text("fields.staff")}
        options={able}
        hint={serviceId && able.length === 0 ? text("new.nobody") : undefined}
      />
      {rooms.length > 0 && (
        <FormField<Values> name="resourceIds" label={text("fields.room")} isOptional>
          {({ value, onChange, ...control }) => (
            <NativeSelect
              {...control}
              value={value[0] ?? ""}
              onChange={(event) => onChange(event.target.value ? [event.target.value] : [])}
            >
              <option value="">{text("new.noRoom")}</option>
              {rooms.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values> name="date" label={text("fields.date")}>
          {(control) => <DateInput {...control} />}
        </FormField>
        <FormField<Values> name="time" label={text("fields.time")}>
          {(control) => <Input {...control} type="time" />}
        </FormField>
        <Amount name="durationMinutes" label={text("fields.duration")} standard={service?.durationMinutes} />
        <Amount name="capacity" label={text("fields.capacity")} standard={service?.capacity} />
      </div>
      <RepeatField />
      <FormField<Values> name="note" label={text("fields.note")} isOptional>
        {(control) => <Input {...control} maxLength={500} />}
      </FormField>
      <DespiteClosures />
    </FormDialog>
  );
}

interface ChoiceProps {
  name: "serviceId" | "branchId" | "staffId";
  label: string;
  hint?: string | undefined;
  options: readonly { id: string; name: string }[];
}

function Choice({ name, label, hint, options }: ChoiceProps) {
  const text = useText("classes");
  return (
    <FormField<Values> name={name} label={label} hint={hint}>
      {(control) => (
        <NativeSelect {...control}>
          <option value="">{text("new.choose")}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}

interface AmountProps {
  name: "durationMinutes" | "capacity";
  label: string;
  standard: number | undefined;
}

function Amount({ name, label, standard }: AmountProps) {
  return (
    <FormField<Values> name={name} label={label} isOptional>
      {({ onChange, ...control }) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          min={1}
          placeholder={standard === undefined ? "" : String(standard)}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.valueAsNumber)}
        />
      )}
    </FormField>
  );
}
