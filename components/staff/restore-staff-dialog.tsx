"use client";

import { useMutation } from "@tanstack/react-query";
import type { StaffDetails } from "@/server/staff/schema";
import { useTRPC } from "../providers/trpc-provider";
import { ConfirmDialog } from "../shared/confirm-dialog";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";

export function RestoreStaffDialog({ staff: { id, name, version } }: { staff: StaffDetails }) {
  const text = useText("staff");
  const restore = useMutation(useTRPC().staff.restore.mutationOptions({ meta: { refresh: ["availability"] } }));
  return (
    <ConfirmDialog
      title={text("restore.title", { name })}
      description={text("restore.lead")}
      confirmLabel={text("restore.action")}
      mutation={restore}
      input={{ staffId: id, version }}
      onDone={() => toast({ title: text("restore.done", { name }) })}
    />
  );
}
