"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { lazy, useState } from "react";
import type { Enrolment } from "@/server/identity/two-factor/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { Note } from "../../shared/note";
import { RefusalNote } from "../../shared/refusal-note";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";

const EnrolDialog = lazy(() => import("./enrol-dialog").then((file) => ({ default: file.EnrolDialog })));
const RenewCodesDialog = lazy(() =>
  import("./renew-codes-dialog").then((file) => ({ default: file.RenewCodesDialog })),
);
const DisableDialog = lazy(() => import("./disable-dialog").then((file) => ({ default: file.DisableDialog })));

type OpenDialog = "enrol" | "renew" | "disable" | null;
const FEW_CODES = 3;

/** Whether a code is asked for when this person signs in, and what they can do about it. */
export function TwoFactorCard() {
  const text = useText("security");
  const formatters = useFormatters();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.twoFactor.get.queryOptions());
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const begin = useMutation(
    trpc.twoFactor.begin.mutationOptions({
      onSuccess: (begun) => {
        setEnrolment(begun);
        setDialog("enrol");
      },
    }),
  );
  const close = () => setDialog(null);
  const isOn = data.enabledAt !== null;
  const Icon = isOn ? ShieldCheck : ShieldAlert;
  return (
    <Card aria-labelledby="two-factor-title">
      <CardHeader>
        <CardTitle id="two-factor-title">{text("twoFactor.title")}</CardTitle>
        <Badge tone={isOn ? "success" : "warning"}>
          <Icon aria-hidden="true" />
          {text(isOn ? "twoFactor.on" : "twoFactor.off")}
        </Badge>
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        <p className="max-w-prose text-muted-foreground">{text("twoFactor.lead")}</p>
        {begin.error && <RefusalNote error={begin.error} />}
        {data.enabledAt && (
          <p>
            {text("twoFactor.since", { date: formatters.date(data.enabledAt) })}{" "}
            {text("twoFactor.codesLeft", { count: data.recoveryCodesLeft })}
          </p>
        )}
        {isOn && data.recoveryCodesLeft < FEW_CODES && <Note tone="warning">{text("twoFactor.fewCodes")}</Note>}
        {isOn && data.isRequired && <Note>{text("twoFactor.required")}</Note>}
        <div className="flex flex-wrap gap-2">
          {isOn ? (
            <>
              <Button onClick={() => setDialog("renew")}>{text("twoFactor.renew")}</Button>
              {!data.isRequired && (
                <Button variant="ghost" onClick={() => setDialog("disable")}>
                  {text("twoFactor.disable")}
                </Button>
              )}
            </>
          ) : (
            <Button variant="primary" isBusy={begin.isPending} onClick={() => begin.mutate()}>
              {text("twoFactor.enable")}
            </Button>
          )}
        </div>
      </CardContent>
      <DialogSlot isOpen={dialog === "enrol"} onClose={close}>
        {enrolment && <EnrolDialog enrolment={enrolment} />}
      </DialogSlot>
      <DialogSlot isOpen={dialog === "renew"} onClose={close}>
        <RenewCodesDialog />
      </DialogSlot>
      <DialogSlot isOpen={dialog === "disable"} onClose={close}>
        <DisableDialog />
      </DialogSlot>
    </Card>
  );
}
