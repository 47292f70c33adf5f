"use client";

import { Archive, ArchiveRestore, CopyPlus } from "lucide-react";
import { lazy, useState } from "react";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { ColourDot } from "../../appointments/colour-dot";
import { useCan, useCompany } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { ServiceBadges } from "./service-badges";

const ArchiveDialog = lazy(() => import("./archive-dialog").then((file) => ({ default: file.ArchiveDialog })));
const RestoreDialog = lazy(() => import("./restore-dialog").then((file) => ({ default: file.RestoreDialog })));
const DuplicateDialog = lazy(() => import("./duplicate-dialog").then((file) => ({ default: file.DuplicateDialog })));

/** Its name with what is special about it, and what can be done with the whole of it. */
export function ServiceHead({ service }: { service: ServiceDetails }) {
  const text = useText("catalog");
  const format = useFormatters();
  const { currency } = useCompany();
  const [open, setOpen] = useState<"archive" | "restore" | "duplicate" | null>(null);
  const [mayCreate, mayDelete] = [useCan("create_services"), useCan("delete_services")];
  const isArchived = service.status === "archived";
  const { isWholeEditable } = service;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-3 pb-4">
      <div className="min-w-0">
        <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-xl tracking-tight">
          <ColourDot colour={service.colour} />
          {service.name} <ServiceBadges service={service} />
        </h1>
        <p className="text-muted-foreground tabular-nums">
          {format.minutes(service.durationMinutes)} · {format.money(service.priceCents, currency)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 sm:ml-auto" data-print="hide">
        {mayCreate && isWholeEditable && (
          <Button onClick={() => setOpen("duplicate")}>
            <CopyPlus />
            {text("duplicate.action")}
          </Button>
        )}
        {mayDelete && isWholeEditable && (
          <Button onClick={() => setOpen(isArchived ? "restore" : "archive")}>
            {isArchived ? <ArchiveRestore /> : <Archive />}
            {text(isArchived ? "restore.action" : "archive.action")}
          </Button>
        )}
      </div>
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "archive" && <ArchiveDialog service={service} />}
        {open === "restore" && <RestoreDialog service={service} />}
        {open === "duplicate" && <DuplicateDialog service={service} />}
      </DialogSlot>
    </header>
  );
}
