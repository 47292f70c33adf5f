"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Enrolment } from "@/server/identity/two-factor/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { CodeInput } from "../code-input";
import { QrCode } from "./qr-code";
import { RecoveryCodes } from "./recovery-codes";

interface EnrolStepsProps {
  enrolment: Enrolment;
  /** The second factor is on; the codes are still to be kept. */
  onEnabled?: () => void;
  onDone: () => void;
}

/** Photograph, confirm with the first code, keep the recovery codes. */
export function EnrolSteps({ enrolment, onEnabled, onDone }: EnrolStepsProps) {
  const text = useText("security");
  const trpc = useTRPC();
  const [code, setCode] = useState("");
  const enable = useMutation(
    trpc.twoFactor.enable.mutationOptions({ onSuccess: onEnabled, meta: { refresh: ["sessions"] } }),
  );
  if (enable.data) return <RecoveryCodes codes={enable.data.codes} onDone={onDone} />;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    enable.mutate({ code });
  };
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-5">
      <div className="flex flex-col gap-3">
        <p>{text("enrol.scan")}</p>
        <QrCode enrolment={enrolment} label={text("enrol.picture")} />
        <details>
          <summary className="w-fit cursor-pointer text-primary-text">{text("enrol.byHand")}</summary>
          <p className="mt-2 break-all rounded-md bg-muted px-3 py-2 font-mono text-sm">
            {enrolment.secret.match(/.{1,4}/g)?.join(" ")}
          </p>
        </details>
      </div>
      <div className="flex flex-col gap-3">
        <p>{text("enrol.confirm")}</p>
        {enable.error && <RefusalNote error={enable.error} />}
        <CodeInput
          value={code}
          onChange={(event) => setCode(event.target.value)}
          aria-invalid={enable.isError || undefined}
        />
        <Button type="submit" variant="primary" isBusy={enable.isPending} className="h-11">
          {text("enrol.submit")}
        </Button>
      </div>
    </form>
  );
}
