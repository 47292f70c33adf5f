"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import type { ResourceGroupView } from "@/server/catalog/resources/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { ErrorState } from "../../shared/error-state";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";

const GroupDialog = lazy(() => import("./group-dialog").then((file) => ({ default: file.GroupDialog })));
const DeleteGroupDialog = lazy(() =>
  import("./delete-group-dialog").then((file) => ({ default: file.DeleteGroupDialog })),
);

type Open = { what: "new" } | { what: "edit" | "delete"; group: ResourceGroupView };

/** Resources of which any will do, for services that don't mind which. */
export function GroupsCard() {
  const text = useText("resources");
  const branchId = useBranch() ?? undefined;
  const groups = useQuery(useTRPC().resources.listGroups.queryOptions({ branchId }));
  const [open, setOpen] = useState<Open | null>(null);
  const mayCreate = useCan("create_resources");
  return (
    <Card aria-labelledby="groups-title">
      <CardHeader>
        <CardTitle id="groups-title">{text("groups.title")}</CardTitle>
        {mayCreate && (
          <Button size="sm" onClick={() => setOpen({ what: "new" })}>
            <Plus />
            {text("groups.new")}
          </Button>
        )}
      </CardHeader>
      {groups.error ? (
        <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />
      ) : groups.data?.length === 0 ? (
        <CardContent className="text-muted-foreground">{text("groups.none")}</CardContent>
      ) : (
        <ul className="divide-y">
          {groups.data?.map((group) => (
            <GroupLine key={group.id} group={group} onOpen={setOpen} />
          ))}
        </ul>
      )}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open?.what === "new" && <GroupDialog group={null} />}
        {open?.what === "edit" && <GroupDialog group={open.group} />}
        {open?.what === "delete" && <DeleteGroupDialog group={open.group} />}
      </DialogSlot>
    </Card>
  );
}

function GroupLine({ group, onOpen }: { group: ResourceGroupView; onOpen: (open: Open) => void }) {
  const text = useText("resources");
  const [mayEdit, mayDelete] = [useCan("edit_resources"), useCan("delete_resources")];
  const members = group.resources.map(({ name }) => name).join(", ");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{group.name}</p>
        <p className="text-muted-foreground text-sm">
          {group.branch.name} · {members || text("groups.empty")}
        </p>
      </div>
      {mayEdit && (
        <Button size="sm" onClick={() => onOpen({ what: "edit", group })}>
          {text("edit.action")}
        </Button>
      )}
      {mayDelete && (
        <Button size="sm" variant="ghost" onClick={() => onOpen({ what: "delete", group })}>
          {text("groups.delete")}
        </Button>
      )}
    </li>
  );
}
