"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { FormProvider, useForm } from "react-hook-form";
import { type EditProfileInput, editProfileInput } from "@/server/identity/profile/schema";
import { LOCALE_NAMES, LOCALES } from "../../providers/locales";
import { rememberLocale } from "../../providers/remember";
import { useTRPC } from "../../providers/trpc-provider";
import { FormField } from "../../shared/form-field";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { useUnsavedGuard } from "../../shared/use-unsaved-guard";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { toast } from "../../ui/toast-store";
import { zonesWith } from "./zones";

/** Who somebody is, as pages and mails address them. */
export function ProfileForm() {
  const text = useText("profile");
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useSuspenseQuery(trpc.profile.get.queryOptions());
  const { name, locale, timezone } = data;
  const values: EditProfileInput = { name, locale: locale === "en" ? "en" : "de", timezone };
  const form = useForm<EditProfileInput>({ resolver: zodResolver(editProfileInput), values });
  const { isDirty } = form.formState;
  const edit = useMutation(
    trpc.profile.edit.mutationOptions({
      onSuccess: async (_, saved) => {
        await rememberLocale(saved.locale);
        router.refresh();
        // In another language the page itself says that it was saved.
        if (saved.locale === locale) toast({ title: text("saved") });
      },
    }),
  );
  useUnsavedGuard(isDirty && !edit.isPending);
  return (
    <Card aria-labelledby="person-title">
      <CardHeader>
        <CardTitle id="person-title">{text("person.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <FormProvider {...form}>
          <form
            noValidate
            onSubmit={form.handleSubmit((input) => edit.mutate(input))}
            className="flex max-w-md flex-col gap-4"
          >
            {edit.error && <RefusalNote error={edit.error} />}
            <FormField<EditProfileInput> name="name" label={text("person.name")}>
              {(control) => <Input {...control} autoComplete="name" maxLength={120} />}
            </FormField>
            <FormField<EditProfileInput> name="locale" label={text("person.locale")} hint={text("person.localeHint")}>
              {(control) => (
                <NativeSelect {...control}>
                  {LOCALES.map((each) => (
                    <option key={each} value={each} lang={each}>
                      {LOCALE_NAMES[each]}
                    </option>
                  ))}
                </NativeSelect>
              )}
            </FormField>
            <FormField<EditProfileInput> name="timezone" label={text("person.timezone")}>
              {(control) => (
                <NativeSelect {...control}>
                  {zonesWith(timezone).map((zone) => (
                    <option key={zone} value={zone}>
                      {zone.replaceAll("_", " ")}
                    </option>
                  ))}
                </NativeSelect>
              )}
            </FormField>
            <Button type="submit" variant="primary" isBusy={edit.isPending} disabled={!isDirty} className="self-start">
              {text("save")}
            </Button>
          </form>
        </FormProvider>
      </CardContent>
    </Card>
  );
}
