"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { lazy, useState } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { DataTable } from "../../shared/data-table/table";
import { DialogSlot } from "../../shared/dialog-slot";
import { EmptyState } from "../../shared/empty-state";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Card } from "../../ui/card";
import { keyColumns } from "./key-columns";

const KeyPanel = lazy(() => import("./key-panel").then((file) => ({ default: file.KeyPanel })));

/** The company's keys, the newest first, also those that are over. */
export function KeyList() {
  const text = useText("api-keys");
  const { date } = useFormatters();
  const { data: keys } = useSuspenseQuery(useTRPC().apiKeys.list.queryOptions());
  const [openId, setOpenId] = useState<string | null>(null);
  const open = keys.find(({ id }) => id === openId);
  if (keys.length === 0)
    return (
      <Card>
        <EmptyState icon={KeyRound} title={text("empty.title")}>
          {text("empty.lead")}
        </EmptyState>
      </Card>
    );
  return (
    <Card>
      <DataTable
        caption={text("caption")}
        columns={keyColumns(text, date)}
        rows={keys}
        rowId={({ id }) => id}
        onOpen={({ id }) => setOpenId(id)}
        openId={openId}
        phoneDetail={({ prefix }) => <code className="font-mono">{prefix}…</code>}
      />
      <DialogSlot isOpen={open !== undefined} onClose={() => setOpenId(null)}>
        {open && <KeyPanel key={open.id} apiKey={open} />}
      </DialogSlot>
    </Card>
  );
}
