"use client";

import { Archive, ArchiveRestore, Pencil } from "lucide-react";
import { lazy, useState } from "react";
import type { StaffDetails } from "@/server/staff/schema";
import { ColourDot } from "../appointments/colour-dot";
import { useCan } from "../providers/company-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { useText } from "../shared/use-text";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { StaffBadges } from "./staff-badges";

const EditStaffDialog = lazy(() => import("./edit-staff-dialog").then((file) => ({ default: file.EditStaffDialog })));
const ArchiveStaffDialog = lazy(() =>
  import("./archive-staff-dialog").then((file) => ({ default: file.ArchiveStaffDialog })),
);
const RestoreStaffDialog = lazy(() =>
  import("./restore-staff-dialog").then((file) => ({ default: file.RestoreStaffDialog })),
);

/** Who it is, and what can be done about them. */
export function StaffHead({ staff }: { staff: StaffDetails }) {
  const { name, avatarUrl, colour, isArchived, isBookable, branches, homeBranch } = staff;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-3 pb-4">
      <Avatar name={name} src={avatarUrl} size="lg" />
      <div className="min-w-0">
        <h1 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold text-xl tracking-tight">
          <ColourDot colour={colour} />
          {name}
          <StaffBadges isArchived={isArchived} isBookable={isBookable} />
        </h1>
        <p className="text-muted-foreground">
          {[homeBranch, ...branches.filter(({ id }) => id !== homeBranch.id)].map((branch) => branch.name).join(", ")}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2 sm:ml-auto" data-print="hide">
        <HeadActions staff={staff} />
      </div>
    </header>
  );
}

function HeadActions({ staff }: { staff: StaffDetails }) {
  const text = useText("staff");
  const [open, setOpen] = useState<"edit" | "archive" | "restore" | null>(null);
  const canEdit = useCan("edit_staff") && !staff.isArchived;
  const canArchive = useCan("delete_staff") && !staff.isArchived;
  const canRestore = useCan("create_staff") && staff.isArchived;
  return (
    <>
      {canArchive && (
        <Button variant="ghost" onClick={() => setOpen("archive")}>
          <Archive />
          {text("archive.action")}
        </Button>
      )}
      {canRestore && (
        <Button onClick={() => setOpen("restore")}>
          <ArchiveRestore />
          {text("restore.action")}
        </Button>
      )}
      {canEdit && (
        <Button variant="primary" onClick={() => setOpen("edit")}>
          <Pencil />
          {text("edit.action")}
        </Button>
      )}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "edit" && <EditStaffDialog staff={staff} />}
        {open === "archive" && <ArchiveStaffDialog staff={staff} />}
        {open === "restore" && <RestoreStaffDialog staff={staff} />}
      </DialogSlot>
    </>
  );
}
