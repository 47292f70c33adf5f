"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { editOwnProfileInput, type StaffDetails } from "@/server/staff/schema";
import { useTRPC } from "../providers/trpc-provider";
import { RefusalNote } from "../shared/refusal-note";
import { useText } from "../shared/use-text";
import { useUnsavedGuard } from "../shared/use-unsaved-guard";
import { Button } from "../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";
import { toast } from "../ui/toast-store";
import { OwnProfileFields } from "./own-profile-fields";

type Values = z.input<typeof editOwnProfileInput>;

/** What customers and colleagues see of somebody; nothing for whoever is in no calendar. */
export function OwnProfileCard() {
  const staff = useQuery(useTRPC().staff.findOwn.queryOptions());
  return staff.data ? <OwnProfileForm staff={staff.data} /> : null;
}

function OwnProfileForm({ staff }: { staff: StaffDetails }) {
  const text = useText("staff");
  const { version, email, phone, colour, languages, bio } = staff;
  const form = useForm<Values>({
    resolver: zodResolver(editOwnProfileInput) as never,
    values: { version, email, phone, colour, languages, bio },
  });
  const edit = useMutation(useTRPC().staff.editOwn.mutationOptions());
  const { isDirty } = form.formState;
  useUnsavedGuard(isDirty && !edit.isPending);
  const save = () => edit.mutate(form.getValues(), { onSuccess: () => toast({ title: text("own.saved") }) });
  return (
    <Card aria-labelledby="own-staff-title">
      <CardHeader>
        <CardTitle id="own-staff-title">{text("own.title", { name: staff.name })}</CardTitle>
      </CardHeader>
      <CardContent>
        <FormProvider {...form}>
          <form noValidate onSubmit={form.handleSubmit(save)} className="flex max-w-md flex-col gap-4">
            <p className="text-muted-foreground">{text("own.lead")}</p>
            {edit.error && <RefusalNote error={edit.error} />}
            <OwnProfileFields />
            <Button type="submit" variant="primary" isBusy={edit.isPending} disabled={!isDirty} className="self-start">
              {text("own.save")}
            </Button>
          </form>
        </FormProvider>
      </CardContent>
    </Card>
  );
}
