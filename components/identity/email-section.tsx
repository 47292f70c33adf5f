"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import { useTRPC } from "../providers/trpc-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { Note } from "../shared/note";
import { RefusalNote } from "../shared/refusal-note";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";
import { toast } from "../ui/toast-store";

const ChangeEmailDialog = lazy(() =>
  import("./change-email-dialog").then((file) => ({ default: file.ChangeEmailDialog })),
);

/** The address that this person signs in with, whether they proved that they read it, and another one. */
export function EmailSection() {
  const text = useText("links");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.links.getEmail.queryOptions());
  const [isOpen, setOpen] = useState(false);
  const onSuccess = () => toast({ title: text("address.sent", { email: data.email }) });
  const prove = useMutation(trpc.links.requestEmailProof.mutationOptions({ onSuccess }));
  return (
    <Card aria-labelledby="email-title">
      <CardHeader>
        <CardTitle id="email-title">{text("address.title")}</CardTitle>
        <Badge tone={data.isVerified ? "success" : "warning"}>
          {text(data.isVerified ? "address.verified" : "address.unverified")}
        </Badge>
      </CardHeader>
      <CardContent className="flex flex-col items-start gap-4">
        <p className="break-all font-medium">{data.email}</p>
        {data.newEmail && <Note>{text("address.waiting", { email: data.newEmail })}</Note>}
        {prove.error && <RefusalNote error={prove.error} />}
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setOpen(true)}>{text("address.change")}</Button>
          {!data.isVerified && (
            <Button variant="ghost" isBusy={prove.isPending} onClick={() => prove.mutate()}>
              {text("address.prove")}
            </Button>
          )}
        </div>
      </CardContent>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <ChangeEmailDialog />
      </DialogSlot>
    </Card>
  );
}
