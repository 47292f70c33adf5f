"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { useUnsavedGuard } from "../../shared/use-unsaved-guard";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";
import { AddressesCard } from "./addresses-card";
import { RolesCard } from "./roles-card";

const linesOf = (text: string) => text.split(/[\n,;]/).flatMap((line) => line.trim() || []);

/** What the company asks of its people before they may enter; one button saves both parts. */
export function CompanySecurityForm() {
  const text = useText("company-security");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.companySecurity.get.queryOptions());
  const [roles, setRoles] = useState(data.twoFactorRoles);
  const [addresses, setAddresses] = useState(data.ipAllowlist.join("\n"));
  const update = useMutation(
    trpc.companySecurity.update.mutationOptions({
      onSuccess: () => toast({ title: text("saved") }),
      meta: { refresh: ["twoFactor"] },
    }),
  );
  const ipAllowlist = linesOf(addresses);
  const isChanged =
    ipAllowlist.join() !== data.ipAllowlist.join() ||
    [...roles].sort().join() !== [...data.twoFactorRoles].sort().join();
  useUnsavedGuard(isChanged && !update.isPending);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ twoFactorRoles: roles, ipAllowlist });
  };
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-5">
      <RolesCard roles={data.roles} chosen={roles} onChange={setRoles} />
      <AddressesCard
        value={addresses}
        ownAddress={data.ownAddress}
        error={update.error}
        onChange={(value) => {
          setAddresses(value);
          update.reset();
        }}
      />
      <Button type="submit" variant="primary" isBusy={update.isPending} disabled={!isChanged} className="self-start">
        {text("save")}
      </Button>
    </form>
  );
}
