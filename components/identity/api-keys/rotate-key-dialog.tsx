"use client";

import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import {
  type ApiKeyView,
  DEFAULT_DAYS,
  DEFAULT_OVERLAP_HOURS,
  type IssuedApiKey,
  type rotateApiKeyInput,
} from "@/server/identity/api-keys/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { ExpirySelect } from "./expiry-select";

interface RotateKeyDialogProps {
  apiKey: ApiKeyView;
  onIssued: (issued: IssuedApiKey) => void;
}

const OVERLAP_HOURS = [0, 1, 24, 72, 168];

type Values = z.input<typeof rotateApiKeyInput>;

/** A new key in the old one's place, which works on for a while so that nothing stands still. */
export function RotateKeyDialog({ apiKey: { id, name }, onIssued }: RotateKeyDialogProps) {
  const text = useText("api-keys");
  const form = useForm<Values>({
    defaultValues: { apiKeyId: id, overlapHours: DEFAULT_OVERLAP_HOURS, expiresInDays: DEFAULT_DAYS },
  });
  const rotate = useMutation(useTRPC().apiKeys.rotate.mutationOptions());
  return (
    <FormDialog
      title={text("rotate.title", { name })}
      description={text("rotate.lead")}
      size="sm"
      form={form}
      mutation={rotate}
      submitLabel={text("rotate.submit")}
      onDone={onIssued}
    >
      <FormField<Values> name="overlapHours" label={text("rotate.overlap")}>
        {(control) => (
          <NativeSelect {...control} onChange={(event) => control.onChange(Number(event.target.value))}>
            {OVERLAP_HOURS.map((hours) => (
              <option key={hours} value={hours}>
                {text("rotate.hours", { hours })}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <FormField<Values> name="expiresInDays" label={text("rotate.expiry")}>
        {(control) => <ExpirySelect {...control} />}
      </FormField>
    </FormDialog>
  );
}
