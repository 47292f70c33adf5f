"use client";

import { useId } from "react";
import type { RoleView } from "@/server/identity/roles/schema";
import { useText } from "../../shared/use-text";
import { Card, CardContent } from "../../ui/card";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { Switch } from "../../ui/switch";
import { useRoleName } from "../use-role-name";
import type { RoleDraft } from "./use-role-draft";

interface RoleFieldsProps {
  draft: RoleDraft;
  onChange: (changes: Partial<RoleDraft>) => void;
  /** Roles to start from; none when there is nothing to start. */
  roles: RoleView[];
  onStartFrom: (role: RoleView) => void;
}

export function RoleFields({ draft, onChange, roles, onStartFrom }: RoleFieldsProps) {
  const text = useText("roles");
  const roleName = useRoleName();
  const id = useId();
  const handleStart = (roleId: string) => {
    const chosen = roles.find((role) => role.id === roleId);
    if (chosen) onStartFrom(chosen);
  };
  return (
    <Card>
      <CardContent className="grid gap-4 md:grid-cols-2">
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}-name`}>{text("editor.name")}</Label>
          <Input
            id={`${id}-name`}
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
            minLength={2}
            maxLength={60}
            required
            autoComplete="off"
          />
        </div>
        {roles.length > 0 && (
          <div className="flex flex-col gap-1.5">
            <Label htmlFor={`${id}-start`}>{text("editor.startFrom")}</Label>
            <NativeSelect id={`${id}-start`} defaultValue="" onChange={(event) => handleStart(event.target.value)}>
              <option value="">{text("editor.startEmpty")}</option>
              {roles.map((role) => (
                <option key={role.id} value={role.id}>
                  {roleName(role)}
                </option>
              ))}
            </NativeSelect>
          </div>
        )}
        <div className="flex flex-col gap-1.5 md:col-span-2">
          <Label htmlFor={`${id}-description`} className="flex items-baseline gap-2">
            {text("editor.description")}
            <span className="font-normal text-muted-foreground">{text("editor.optional")}</span>
          </Label>
          <Input
            id={`${id}-description`}
            value={draft.description}
            onChange={(event) => onChange({ description: event.target.value })}
            maxLength={300}
            autoComplete="off"
          />
        </div>
        <div className="flex items-start gap-3 md:col-span-2">
          <Switch
            id={`${id}-own`}
            checked={draft.isOwnOnly}
            onCheckedChange={(isOwnOnly) => onChange({ isOwnOnly })}
            aria-describedby={`${id}-own-hint`}
            className="mt-0.5"
          />
          <div>
            <Label htmlFor={`${id}-own`}>{text("editor.ownOnly")}</Label>
            <p id={`${id}-own-hint`} className="text-muted-foreground text-sm">
              {text("editor.ownOnlyHint")}
            </p>
          </div>
        </div>
      </CardContent>
    </Card>
  );
}
