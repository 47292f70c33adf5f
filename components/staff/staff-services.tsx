"use client";

import { Pencil, Scissors } from "lucide-react";
import { lazy, useState } from "react";
import type { StaffDetails } from "@/server/staff/schema";
import { useCan } from "../providers/company-provider";
import type { Column } from "../shared/data-table/columns";
import { DataTable } from "../shared/data-table/table";
import { DialogSlot } from "../shared/dialog-slot";
import { EmptyState } from "../shared/empty-state";
import { useFormatters } from "../shared/use-formatters";
import { type Text, useText } from "../shared/use-text";
import { useCurrency } from "../tenancy/use-currency";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardHeader, CardTitle } from "../ui/card";

const EditServicesDialog = lazy(() =>
  import("./edit-services-dialog").then((file) => ({ default: file.EditServicesDialog })),
);

type Row = StaffDetails["services"][number];

/** What somebody does; what differs from the service's own is marked. */
export function StaffServices({ staff }: { staff: StaffDetails }) {
  const text = useText("staff");
  const [isOpen, setOpen] = useState(false);
  const canEdit = useCan("edit_staff") && !staff.isArchived;
  const columns = serviceColumns({ text, format: useFormatters(), currency: useCurrency() });
  const edit = canEdit && (
    <Button onClick={() => setOpen(true)}>
      <Pencil />
      {text("services.edit")}
    </Button>
  );
  return (
    <Card>
      {staff.services.length > 0 ? (
        <>
          <CardHeader>
            <CardTitle>{text("services.title")}</CardTitle>
            {edit}
          </CardHeader>
          <DataTable
            caption={text("services.title")}
            columns={columns}
            rows={staff.services}
            rowId={({ serviceId }) => serviceId}
          />
        </>
      ) : (
        <EmptyState icon={Scissors} title={text("services.empty")} action={edit || undefined}>
          {text("services.emptyHint")}
        </EmptyState>
      )}
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <EditServicesDialog staff={staff} />
      </DialogSlot>
    </Card>
  );
}

interface ColumnNeeds {
  text: Text;
  format: ReturnType<typeof useFormatters>;
  currency: string;
}

function serviceColumns({ text, format, currency }: ColumnNeeds): Column<Row>[] {
  return [
    {
      key: "name",
      header: text("services.name"),
      cell: ({ name, isActive }) => (
        <span className="flex flex-wrap items-center gap-2">
          {name}
          {!isActive && <Badge>{text("services.inactive")}</Badge>}
        </span>
      ),
    },
    {
      key: "duration",
      header: text("services.duration"),
      align: "right",
      cell: ({ durationMinutes, standard }) => (
        <Own isOwn={durationMinutes !== null}>{format.minutes(durationMinutes ?? standard.durationMinutes)}</Own>
      ),
    },
    {
      key: "price",
      header: text("services.price"),
      align: "right",
      cell: ({ priceCents, standard }) => (
        <Own isOwn={priceCents !== null}>{format.money(priceCents ?? standard.priceCents, currency)}</Own>
      ),
    },
    {
      key: "proficiency",
      header: text("services.proficiency"),
      from: "md",
      cell: ({ proficiency }) => text(`proficiency.${proficiency}`),
    },
  ];
}

function Own({ isOwn, children }: { isOwn: boolean; children: string }) {
  const text = useText("staff");
  if (!isOwn) return <span className="whitespace-nowrap text-muted-foreground">{children}</span>;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2 font-medium">
      <Badge tone="sky">{text("services.own")}</Badge>
      {children}
    </span>
  );
}
