"use client";

import { useId } from "react";
import { useText } from "../../shared/use-text";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { Switch } from "../../ui/switch";
import { RESOURCE_TYPES } from "../resource-types";
import type { Choices } from "./link-row";
import { Labelled } from "./minutes-input";
import type { LinkDraft } from "./use-chain-draft";

interface LinkOptionsProps {
  link: LinkDraft;
  isFirst: boolean;
  choices: Choices;
  onChange: (changes: Partial<LinkDraft>) => void;
}

/** Who does it, whether they are free meanwhile, what they must be able to do, and what is needed for it. */
export function LinkOptions({ link, isFirst, choices, onChange }: LinkOptionsProps) {
  const text = useText("catalog");
  const freeId = useId();
  const chooseStaff = (value: string) =>
    value === "same" || value === "any"
      ? onChange({ staffMode: value, staffId: null })
      : onChange({ staffMode: "specific", staffId: value });
  const who = link.staffMode === "specific" ? (link.staffId ?? "any") : isFirst ? "any" : link.staffMode;
  return (
    <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Labelled label={text("segments.staff")}>
        {(id) => (
          <NativeSelect
            id={id}
            value={who}
            disabled={link.isStaffFree && !isFirst}
            onChange={(event) => chooseStaff(event.target.value)}
          >
            {!isFirst && <option value="same">{text("segments.same")}</option>}
            <option value="any">{text(isFirst ? "segments.anyFirst" : "segments.any")}</option>
            <optgroup label={text("segments.specific")}>
              {choices.people.map(({ staffId, name }) => (
                <option key={staffId} value={staffId}>
                  {name}
                </option>
              ))}
            </optgroup>
          </NativeSelect>
        )}
      </Labelled>
      <Labelled label={text("segments.service")}>
        {(id) => (
          <NativeSelect
            id={id}
            value={link.serviceId ?? ""}
            onChange={(event) => onChange({ serviceId: event.target.value || null })}
          >
            <option value="">{text("segments.ownService")}</option>
            {choices.services.map((service) => (
              <option key={service.id} value={service.id}>
                {service.name}
              </option>
            ))}
          </NativeSelect>
        )}
      </Labelled>
      <Labelled label={text("segments.resource")}>
        {(id) => (
          <NativeSelect
            id={id}
            value={link.resourceType ?? ""}
            onChange={(event) =>
              onChange({ resourceType: RESOURCE_TYPES.find((type) => type === event.target.value) ?? null })
            }
          >
            <option value="">{text("segments.noResource")}</option>
            {RESOURCE_TYPES.map((type) => (
              <option key={type} value={type}>
                {text(`resourceType.${type}`)}
              </option>
            ))}
          </NativeSelect>
        )}
      </Labelled>
      <span className="flex h-(--control) items-center gap-2">
        <Switch
          id={freeId}
          checked={link.isStaffFree}
          onCheckedChange={(isStaffFree) =>
            onChange(isStaffFree && !isFirst ? { isStaffFree, staffMode: "same", staffId: null } : { isStaffFree })
          }
        />
        <Label htmlFor={freeId}>{text("segments.isStaffFree")}</Label>
      </span>
    </div>
  );
}
