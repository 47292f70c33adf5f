"use client";

import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { ProofAsker } from "../proof-asker";
import { EnrolSteps } from "./enrol-steps";

/** The setup as a page of its own; what is below it goes once the recovery codes are shown. */
export function RequiredSetup({ children }: { children: ReactNode }) {
  const text = useText("security");
  const trpc = useTRPC();
  const begin = useMutation(trpc.twoFactor.begin.mutationOptions());
  const [isEnabled, setEnabled] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <ProofAsker />
      {begin.error && <RefusalNote error={begin.error} />}
      {begin.data ? (
        <EnrolSteps
          enrolment={begin.data}
          onEnabled={() => setEnabled(true)}
          // Afresh: nothing that was refused so far may be remembered.
          onDone={() => window.location.assign("/")}
        />
      ) : (
        <Button variant="primary" className="h-11" isBusy={begin.isPending} onClick={() => begin.mutate()}>
          {text("enrol.start")}
        </Button>
      )}
      {!isEnabled && children}
    </div>
  );
}
