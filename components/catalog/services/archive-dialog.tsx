"use client";

import { useMutation } from "@tanstack/react-query";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";

/** Says first how many appointments are still to come: they stay as they are. */
export function ArchiveDialog({ service }: { service: ServiceDetails }) {
  const text = useText("catalog");
  const { id: serviceId, version, name, comingCount, partOf } = service;
  const archive = useMutation(
    useTRPC().services.archive.mutationOptions({ meta: { refresh: ["catalog", "availability"] } }),
  );
  return (
    <ConfirmDialog
      title={text("archive.title", { name })}
      description={
        <>
          <span className="block">{text("archive.lead")}</span>
          {comingCount > 0 && (
            <span className="block pt-2 font-medium">{text("archive.coming", { count: comingCount })}</span>
          )}
          {partOf.length > 0 && (
            <span className="block pt-2 font-medium">
              {text("archive.partOf", { names: partOf.map((one) => one.name).join(", ") })}
            </span>
          )}
        </>
      }
      confirmLabel={text("archive.action")}
      mutation={archive}
      input={{ serviceId, version, isConfirmed: comingCount > 0 }}
      isDestructive
    />
  );
}
