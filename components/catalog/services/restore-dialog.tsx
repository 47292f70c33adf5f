"use client";

import { useMutation } from "@tanstack/react-query";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";

export function RestoreDialog({ service }: { service: ServiceDetails }) {
  const text = useText("catalog");
  const { id: serviceId, version, name } = service;
  const restore = useMutation(
    useTRPC().services.restore.mutationOptions({ meta: { refresh: ["catalog", "availability"] } }),
  );
  return (
    <ConfirmDialog
      title={text("restore.title", { name })}
      description={text("restore.lead")}
      confirmLabel={text("restore.action")}
      mutation={restore}
      input={{ serviceId, version }}
    />
  );
}
