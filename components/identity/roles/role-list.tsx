"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { EmptyState } from "../../shared/empty-state";
import { useText } from "../../shared/use-text";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { NewRoleLink } from "./new-role-link";
import { RoleLine } from "./role-line";

/** The company's own roles, and the built-in ones to compare. */
export function RoleList() {
  const text = useText("roles");
  const { data: roles } = useSuspenseQuery(useTRPC().roles.list.queryOptions());
  const [builtIn, own] = [roles.filter((role) => role.isBuiltIn), roles.filter((role) => !role.isBuiltIn)];
  return (
    <div className="flex flex-col gap-5">
      <Card aria-labelledby="own-roles">
        <CardHeader>
          <CardTitle id="own-roles">{text("own")}</CardTitle>
          {own.length > 0 && <NewRoleLink />}
        </CardHeader>
        {own.length > 0 ? (
          <ul className="divide-y">
            {own.map((role) => (
              <RoleLine key={role.id} role={role} />
            ))}
          </ul>
        ) : (
          <EmptyState title={text("empty.title")} action={<NewRoleLink />}>
            {text("empty.hint")}
          </EmptyState>
        )}
      </Card>
      <Card aria-labelledby="built-in-roles">
        <CardHeader>
          <CardTitle id="built-in-roles">{text("builtInTitle")}</CardTitle>
        </CardHeader>
        <ul className="divide-y">
          {builtIn.map((role) => (
            <RoleLine key={role.id} role={role} />
          ))}
        </ul>
      </Card>
    </div>
  );
}
