"use client";

import { Trash2 } from "lucide-react";
import { useController } from "react-hook-form";
import type { z } from "zod";
import type { ResourceGroupView, ResourceView } from "@/server/catalog/resources/schema";
import type { setNeedsInput } from "@/server/catalog/services/schema/offer";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { RESOURCE_TYPES } from "../resource-types";

interface ResourceNeedLineProps {
  index: number;
  resources: readonly ResourceView[];
  groups: readonly ResourceGroupView[];
  onRemove: () => void;
  isReadOnly: boolean;
}

/** One resource by name, any of a group, or any of a kind, and how many units. */
export function ResourceNeedLine({ index, resources, groups, onRemove, isReadOnly }: ResourceNeedLineProps) {
  const text = useText("catalog");
  const { field } = useController<z.input<typeof setNeedsInput>, `resources.${number}`>({ name: `resources.${index}` });
  const { resourceId, groupId, type, quantity = 1 } = field.value;
  const value = resourceId ? `resource:${resourceId}` : groupId ? `group:${groupId}` : `type:${type}`;
  const choose = (chosen: string) => {
    const [kind = "", what = ""] = chosen.split(":");
    const named = { resourceId: null, groupId: null, type: null };
    field.onChange({ ...named, [kind === "type" ? "type" : `${kind}Id`]: what, quantity });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        type="number"
        inputMode="numeric"
        min={1}
        max={100}
        aria-label={text("needs.quantity", { number: index + 1 })}
        value={Number.isNaN(quantity) ? "" : quantity}
        onChange={({ target }) => field.onChange({ ...field.value, quantity: target.valueAsNumber })}
        className="w-20 text-right"
      />
      <span aria-hidden="true">×</span>
      <NativeSelect
        aria-label={text("needs.what", { number: index + 1 })}
        value={value}
        onChange={(event) => choose(event.target.value)}
        className="max-w-sm flex-1"
      >
        <optgroup label={text("needs.byType")}>
          {RESOURCE_TYPES.map((each) => (
            <option key={each} value={`type:${each}`}>
              {text(`needs.anyOf.${each}`)}
            </option>
          ))}
        </optgroup>
        {groups.length > 0 && (
          <optgroup label={text("needs.byGroup")}>
            {groups.map(({ id, name, branch }) => (
              <option key={id} value={`group:${id}`}>
                {name} · {branch.name}
              </option>
            ))}
          </optgroup>
        )}
        {resources.length > 0 && (
          <optgroup label={text("needs.byName")}>
            {resources.map(({ id, name, branch }) => (
              <option key={id} value={`resource:${id}`}>
                {name} · {branch.name}
              </option>
            ))}
          </optgroup>
        )}
      </NativeSelect>
      {!isReadOnly && (
        <Button variant="ghost" size="icon" aria-label={text("needs.remove", { number: index + 1 })} onClick={onRemove}>
          <Trash2 />
        </Button>
      )}
    </div>
  );
}
