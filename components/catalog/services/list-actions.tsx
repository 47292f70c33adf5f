"use client";

import { ArrowDownUp, Download } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { NewServiceButton } from "./new-service-button";

const OrderDialog = lazy(() => import("./order-dialog").then((file) => ({ default: file.OrderDialog })));

/** Table, order, and one more service. */
export function ListActions({ query }: { query: URLSearchParams }) {
  const text = useText("catalog");
  const [isOrdering, setOrdering] = useState(false);
  const [mayExport, mayEdit] = [useCan("export_services"), useCan("edit_services")];
  return (
    <>
      {mayExport && (
        <Button asChild>
          <a href={`/api/exports/services?${query}`} download>
            <Download />
            <span className="max-sm:sr-only">{text("export")}</span>
          </a>
        </Button>
      )}
      {mayEdit && (
        <Button onClick={() => setOrdering(true)}>
          <ArrowDownUp />
          <span className="max-sm:sr-only">{text("order.action")}</span>
        </Button>
      )}
      <NewServiceButton />
      <DialogSlot isOpen={isOrdering} onClose={() => setOrdering(false)}>
        <OrderDialog />
      </DialogSlot>
    </>
  );
}
