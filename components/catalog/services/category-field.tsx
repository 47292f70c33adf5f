"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";

interface Values {
  category?: string | null;
}

/** Any word; those that are used already are offered. */
export function CategoryField() {
  const text = useText("catalog");
  const id = useId();
  const count = useQuery(useTRPC().services.count.queryOptions({}));
  return (
    <FormField<Values> name="category" label={text("category")} hint={text("hints.category")} isOptional>
      {(control) => (
        <>
          <Input
            {...control}
            list={id}
            autoComplete="off"
            onChange={({ target }) => control.onChange(target.value || null)}
          />
          <datalist id={id}>
            {(count.data?.categories ?? []).map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}
