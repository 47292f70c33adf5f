"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { ScanSearch } from "lucide-react";
import { useId, useState } from "react";
import type { ImportField, ImportMapping, ImportView } from "@/server/appointments/imports/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardContent } from "../../ui/card";
import { Checkbox } from "../../ui/checkbox";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { FIELDS, missingFields } from "./import-fields";

/** Says what each column holds; guessed by its header, to be put right here. */
export function MappingForm({ job }: { job: ImportView }) {
  const text = useText("imports");
  const trpc = useTRPC();
  const id = useId();
  const [mapping, setMapping] = useState<ImportMapping>(job.mapping);
  const [createsCustomers, setCreates] = useState(job.options.createsCustomers);
  const sample = useQuery(trpc.imports.listLines.queryOptions({ importId: job.id, limit: 3 }));
  const check = useMutation(trpc.imports.check.mutationOptions({ meta: { refresh: ["imports"] } }));
  const missing = missingFields(mapping);
  const examples = (column: number | undefined) =>
    column === undefined
      ? ""
      : (sample.data?.items
          .map(({ cells }) => cells[column])
          .filter(Boolean)
          .join(" · ") ?? "");
  const choose = (field: ImportField, value: string) => {
    const { [field]: _, ...rest } = mapping;
    setMapping(value === "" ? rest : { ...rest, [field]: Number(value) });
  };
  return (
    <Card>
      <CardContent className="flex flex-col gap-4">
        <div>
          <h2 className="font-semibold">{text("mapping.title")}</h2>
          <p className="text-muted-foreground">{text("mapping.hint")}</p>
        </div>
        {check.error && <RefusalNote error={check.error} />}
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {FIELDS.map((field) => (
            <div key={field} className="flex min-w-0 flex-col gap-1">
              <Label htmlFor={`${id}-${field}`}>{text(`fields.${field}`)}</Label>
              <NativeSelect
                id={`${id}-${field}`}
                value={mapping[field] ?? ""}
                onChange={(event) => choose(field, event.target.value)}
              >
                <option value="">{text("mapping.none")}</option>
                {job.headers.map((header, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one header
                  <option key={column} value={column}>
                    {header || text("mapping.column", { number: column + 1 })}
                  </option>
                ))}
              </NativeSelect>
              <p title={examples(mapping[field])} className="min-h-5 truncate text-muted-foreground text-sm">
                {examples(mapping[field])}
              </p>
            </div>
          ))}
        </div>
        <label htmlFor={`${id}-customers`} className="flex items-start gap-2.5">
          <Checkbox
            id={`${id}-customers`}
            className="mt-0.5"
            checked={createsCustomers}
            onChange={(event) => setCreates(event.target.checked)}
          />
          {text("mapping.createsCustomers")}
        </label>
        {missing.length > 0 && (
          <p role="status" data-tone="amber" className="text-tone-text">
            {text("mapping.missing", { fields: missing.map((each) => text(`missing.${each}`)).join(", ") })}
          </p>
        )}
        <Button
          variant={job.status === "uploaded" ? "primary" : "secondary"}
          className="self-start"
          disabled={missing.length > 0}
          isBusy={check.isPending}
          onClick={() =>
            check.mutate({ importId: job.id, mapping, options: { createsCustomers }, version: job.version })
          }
        >
          <ScanSearch />
          {text(job.status === "uploaded" ? "mapping.check" : "mapping.checkAgain")}
        </Button>
      </CardContent>
    </Card>
  );
}
