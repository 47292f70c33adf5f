"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useId } from "react";
import type { WishedService } from "@/server/availability/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { NativeSelect } from "../../ui/native-select";
import { ServiceOptions } from "./service-options";

/** What else is wanted in the same visit. */
export interface Together {
  followedBy: WishedService[];
  /** One person does all of it. */
  sameStaff: boolean;
}

export const ALONE: Together = { followedBy: [], sameStaff: false };
const MOST = 7;

interface MoreServicesProps {
  branchId: string;
  value: Together;
  onChange: (together: Together) => void;
}

/** Further services of the visit, in their order, and whether one person does them all. */
export function MoreServices({ branchId, value, onChange }: MoreServicesProps) {
  const text = useText("appointments");
  const id = useId();
  const services = useQuery(useTRPC().catalog.listServices.queryOptions({ branchId }));
  const { followedBy } = value;
  const setAt = (at: number, serviceId: string) =>
    onChange({ ...value, followedBy: followedBy.map((part, nr) => (nr === at ? { serviceId } : part)) });
  const removeAt = (at: number) => onChange({ ...value, followedBy: followedBy.filter((_, nr) => nr !== at) });
  const first = services.data?.[0];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{text("together.title")}</legend>
      {followedBy.map(({ serviceId }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same service may be wanted twice; its place is what it is
        <div key={at} className="flex gap-1.5">
          <NativeSelect
            aria-label={text("together.nth", { number: at + 2 })}
            value={serviceId}
            onChange={(event) => setAt(at, event.target.value)}
          >
            <ServiceOptions services={services.data ?? []} />
          </NativeSelect>
          <Button
            variant="ghost"
            size="icon"
            aria-label={text("together.remove", { number: at + 2 })}
            onClick={() => removeAt(at)}
          >
            <X />
          </Button>
        </div>
      ))}
      {followedBy.length > 0 && (
        <label htmlFor={id} className="flex items-center gap-2.5 py-1">
          <Checkbox
            id={id}
            checked={value.sameStaff}
            onChange={({ target }) => onChange({ ...value, sameStaff: target.checked })}
          />
          {text("together.sameStaff")}
        </label>
      )}
      {first && followedBy.length < MOST && (
        <Button
          variant="ghost"
          size="sm"
          className="self-start"
          onClick={() => onChange({ ...value, followedBy: [...followedBy, { serviceId: first.id }] })}
        >
          <Plus />
          {text("together.add")}
        </Button>
      )}
    </fieldset>
  );
}
