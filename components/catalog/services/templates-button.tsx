"use client";

import { Sparkles } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const TemplatesDialog = lazy(() => import("./templates-dialog").then((file) => ({ default: file.TemplatesDialog })));

export function TemplatesButton() {
  const text = useText("catalog");
  const [isOpen, setOpen] = useState(false);
  if (!useCan("create_services")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Sparkles />
        {text("templates.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <TemplatesDialog />
      </DialogSlot>
    </>
  );
}
