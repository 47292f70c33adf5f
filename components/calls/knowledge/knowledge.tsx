"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import type { KnowledgeView } from "@/server/calls/knowledge/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { EmptyState } from "../../shared/empty-state";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { KnowledgeLine } from "./knowledge-line";
import { TryKnowledge } from "./try-knowledge";

const NewDialog = lazy(() => import("./new-knowledge-dialog").then((file) => ({ default: file.NewKnowledgeDialog })));
const EditDialog = lazy(() =>
  import("./edit-knowledge-dialog").then((file) => ({ default: file.EditKnowledgeDialog })),
);
const DeleteDialog = lazy(() =>
  import("./delete-knowledge-dialog").then((file) => ({ default: file.DeleteKnowledgeDialog })),
);

export type OpenDialog = { what: "new" } | { what: "edit" | "delete"; document: KnowledgeView };

/** What the business has written down for its callers, and what somebody who asks hears of it. */
export function Knowledge() {
  const text = useText("knowledge");
  const { data: documents } = useSuspenseQuery(useTRPC().knowledge.list.queryOptions());
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const mayCreate = useCan("create_agents");
  const add = mayCreate && (
    <Button size="sm" variant="primary" onClick={() => setOpen({ what: "new" })}>
      <Plus />
      {text("new")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <Note>{text("note")}</Note>
      <Card aria-labelledby="knowledge-title">
        <CardHeader>
          <CardTitle id="knowledge-title">{text("list")}</CardTitle>
          {add}
        </CardHeader>
        {documents.length === 0 ? (
          <EmptyState title={text("empty.title")}>{text("empty.hint")}</EmptyState>
        ) : (
          <ul className="divide-y">
            {documents.map((document) => (
              <KnowledgeLine key={document.id} document={document} onOpen={setOpen} />
            ))}
          </ul>
        )}
      </Card>
      {documents.length > 0 && <TryKnowledge />}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open?.what === "new" && <NewDialog />}
        {open?.what === "edit" && <EditDialog document={open.document} />}
        {open?.what === "delete" && <DeleteDialog document={open.document} />}
      </DialogSlot>
    </div>
  );
}
