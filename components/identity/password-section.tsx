"use client";

import { lazy, useState } from "react";
import { DialogSlot } from "../shared/dialog-slot";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";

const ChangePasswordDialog = lazy(() =>
  import("./change-password-dialog").then((file) => ({ default: file.ChangePasswordDialog })),
);

/** The person's password, and how to get another one. */
export function PasswordSection({ personFacts }: { personFacts: readonly string[] }) {
  const text = useText("passwords");
  const [isOpen, setOpen] = useState(false);
  return (
    <Card aria-labelledby="password-title">
      <CardHeader>
        <CardTitle id="password-title">{text("title")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col items-start gap-4">
        <p className="max-w-prose text-muted-foreground">{text("description")}</p>
        <Button onClick={() => setOpen(true)}>{text("change")}</Button>
      </CardContent>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <ChangePasswordDialog personFacts={personFacts} />
      </DialogSlot>
    </Card>
  );
}
