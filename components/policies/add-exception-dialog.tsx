"use client";

import { type FormEvent, useId, useState } from "react";
import type { PolicyType } from "@/server/policies/schema";
import { useCompany } from "../providers/company-provider";
import { useCloseDialog } from "../shared/dialog-slot";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter, DialogHeader, DialogTitle } from "../ui/dialog";
import { Label } from "../ui/label";
import { NativeSelect } from "../ui/native-select";
import type { PolicyPlace } from "./policy-place";
import { NARROW_SCOPES, type NarrowScope, usePlaces } from "./use-places";

interface AddExceptionDialogProps {
  type: PolicyType;
  onChoose: (place: PolicyPlace) => void;
}

/** First for whom; what is different is asked in the next dialog. */
export function AddExceptionDialog({ type, onChoose }: AddExceptionDialogProps) {
  const [text, shared] = [useText("policies"), useText("shared")];
  const close = useCloseDialog();
  const id = useId();
  const places = usePlaces();
  // A service is offered in branches that are not theirs, too.
  const { isEverywhere } = useCompany();
  const scopes = NARROW_SCOPES.filter((one) => isEverywhere || one !== "service");
  const [scope, setScope] = useState<NarrowScope>("branch");
  const [placeId, setPlaceId] = useState("");
  const chosen = places[scope].find((place) => place.id === placeId);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) onChoose({ policyType: type, scope, id: chosen.id, name: chosen.name });
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && close()}>
      <DialogContent size="sm" closeLabel={shared("dialog.close")} aria-describedby={undefined}>
        <form onSubmit={handleSubmit} className="flex min-h-0 flex-col">
          <DialogHeader>
            <DialogTitle>{text("addDialog.title")}</DialogTitle>
          </DialogHeader>
          <DialogBody className="flex flex-col gap-4">
            <div className="flex flex-col gap-1.5">
              <Label htmlFor={`${id}-scope`}>{text("addDialog.scope")}</Label>
              <NativeSelect
                id={`${id}-scope`}
                value={scope}
                onChange={({ target }) => {
                  setScope(NARROW_SCOPES.find((one) => one === target.value) ?? "branch");
                  setPlaceId("");
                }}
              >
                {scopes.map((one) => (
                  <option key={one} value={one}>
                    {text(`scopes.${one}`)}
                  </option>
                ))}
              </NativeSelect>
            </div>
            <div className="flex flex-col gap-1.5">
              <Label htmlFor={`${id}-place`}>{text("addDialog.place")}</Label>
              <NativeSelect
                id={`${id}-place`}
                value={placeId}
                required
                onChange={({ target }) => setPlaceId(target.value)}
              >
                <option value="">{text("addDialog.choose")}</option>
                {places[scope].map((place) => (
                  <option key={place.id} value={place.id}>
                    {place.name}
                  </option>
                ))}
              </NativeSelect>
            </div>
          </DialogBody>
          <DialogFooter>
            <Button onClick={close}>{shared("dialog.cancel")}</Button>
            <Button type="submit" variant="primary">
              {text("addDialog.next")}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
