"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import type { RoleView } from "@/server/identity/roles/schema";
import { useCan, useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { PageHeader } from "../../shared/page-header";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { useUnsavedGuard } from "../../shared/use-unsaved-guard";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";
import { useRoleName } from "../use-role-name";
import { grantableOf } from "./grantable";
import { PermissionGroups } from "./permission-groups";
import { RoleChanges } from "./role-changes";
import { RoleFields } from "./role-fields";
import { useRoleDraft } from "./use-role-draft";

/** One role: built-in ones to read, a company's own to change; without one, a new one. */
export function RoleEditor({ roleId }: { roleId: string | null }) {
  const { data: roles } = useSuspenseQuery(useTRPC().roles.list.queryOptions());
  const role = roles.find(({ id }) => id === roleId) ?? null;
  if (roleId && !role) return <GoneRole />;
  return <Editor key={roleId} role={role} roles={roles} />;
}

function GoneRole() {
  const text = useText("roles");
  return <PageHeader title={text("editor.gone")} actions={<BackButton label={text("editor.back")} />} />;
}

const BackButton = ({ label }: { label: string }) => (
  <Button asChild>
    <Link href="/settings/roles">{label}</Link>
  </Button>
);

function Editor({ role, roles }: { role: RoleView | null; roles: RoleView[] }) {
  const text = useText("roles");
  const roleName = useRoleName();
  const router = useRouter();
  const grantable = grantableOf(useCompany().permissions);
  const mayWrite = useCan(role ? "edit_roles" : "create_roles");
  const isReadOnly = !mayWrite || (role !== null && (role.isBuiltIn || !isWithin(role, grantable)));
  const { draft, change, choose, startFrom, isChanged } = useRoleDraft(role, grantable);
  const save = useSave(role, () => {
    toast({ title: text("editor.saved", { name: draft.name }) });
    router.push("/settings/roles");
  });
  useUnsavedGuard(isChanged && !save.isSuccess);
  const permissions = [...draft.permissions];
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { name, description, isOwnOnly } = draft;
    save.mutate({ name, description: description || null, isOwnOnly, permissions });
  };
  const choice = { chosen: draft.permissions, grantable, isReadOnly, onChange: choose };
  return (
    <form onSubmit={handleSubmit}>
      <PageHeader
        title={role ? roleName(role) : text("editor.new")}
        description={role?.isBuiltIn ? <Badge>{text("builtIn")}</Badge> : text("editor.lead")}
        actions={isReadOnly && <BackButton label={text("editor.back")} />}
      />
      <div className="flex flex-col gap-5">
        {!isReadOnly && (
          <RoleFields draft={draft} onChange={change} roles={role ? [] : roles} onStartFrom={startFrom} />
        )}
        <PermissionGroups choice={choice} />
      </div>
      {!isReadOnly && (
        <div className="sticky bottom-0 z-10 mt-5 flex flex-col gap-3 border-t bg-background py-3 max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))]">
          {save.error && <RefusalNote error={save.error} />}
          <div className="flex flex-wrap items-start justify-between gap-3">
            <RoleChanges before={role?.permissions ?? []} after={permissions} />
            <div className="ml-auto flex gap-2">
              <BackButton label={text("editor.cancel")} />
              <Button type="submit" variant="primary" isBusy={save.isPending} disabled={!isChanged}>
                {text("editor.save")}
              </Button>
            </div>
          </div>
        </div>
      )}
    </form>
  );
}

const isWithin = (role: RoleView, grantable: ReadonlySet<string>) =>
  role.permissions.every((permission) => grantable.has(permission));

/** Making and changing look the same to whoever does it. */
function useSave(role: RoleView | null, onSuccess: () => void) {
  const trpc = useTRPC();
  const done = { onSuccess, meta: { refresh: ["team"] } };
  const create = useMutation(trpc.roles.create.mutationOptions(done));
  const edit = useMutation(trpc.roles.edit.mutationOptions(done));
  const { error, isPending, isSuccess } = role ? edit : create;
  type Fields = Parameters<typeof create.mutate>[0];
  const mutate = (fields: Fields) => (role ? edit.mutate({ roleId: role.id, ...fields }) : create.mutate(fields));
  return { mutate, error, isPending, isSuccess };
}
