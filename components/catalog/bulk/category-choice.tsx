"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";

interface CategoryChoiceProps {
  value: string;
  onChange: (category: string) => void;
}

/** Any word; those that are used already are offered, and nothing takes the category away. */
export function CategoryChoice({ value, onChange }: CategoryChoiceProps) {
  const text = useText("catalog");
  const [id, listId] = [useId(), useId()];
  const count = useQuery(useTRPC().services.count.queryOptions({}));
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{text("category")}</Label>
      <Input
        id={id}
        list={listId}
        maxLength={60}
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={listId}>
        {(count.data?.categories ?? []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
