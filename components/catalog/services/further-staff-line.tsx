"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useController } from "react-hook-form";
import type { z } from "zod";
import type { setNeedsInput } from "@/server/catalog/services/schema/offer";
import type { ServiceStaffView } from "@/server/staff/offers/schema";
import { useText } from "../../shared/use-text";
import { CheckLine } from "../../staff/check-line";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";

interface FurtherStaffLineProps {
  index: number;
  people: readonly ServiceStaffView[];
  onRemove: () => void;
  isReadOnly: boolean;
}

type Way = "anybody" | "skill" | "people";

/** So many people beside the one who is booked: anybody, those with a skill, or some by name. */
export function FurtherStaffLine({ index, people, onRemove, isReadOnly }: FurtherStaffLineProps) {
  const text = useText("catalog");
  const { field } = useController<z.input<typeof setNeedsInput>, `staffRequirements.${number}`>({
    name: `staffRequirements.${index}`,
  });
  const { count, staffIds, skill } = field.value;
  const [way, setWay] = useState<Way>(staffIds?.length ? "people" : skill ? "skill" : "anybody");
  const skills = [...new Set(people.flatMap((person) => person.skills))].sort();
  const change = (changes: Partial<typeof field.value>) => field.onChange({ ...field.value, ...changes });
  const chooseWay = (next: Way) => {
    setWay(next);
    change({ skill: next === "skill" ? (skills[0] ?? null) : null, staffIds: null });
  };
  const toggle = (staffId: string, isOn: boolean) => {
    const next = isOn ? [...(staffIds ?? []), staffId] : (staffIds ?? []).filter((id) => id !== staffId);
    change({ staffIds: next.length > 0 ? next : null });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Input
          type="number"
          inputMode="numeric"
          min={1}
          max={10}
          aria-label={text("needs.peopleCount", { number: index + 1 })}
          value={Number.isNaN(count) ? "" : count}
          onChange={({ target }) => change({ count: target.valueAsNumber })}
          className="w-20 text-right"
        />
        <span aria-hidden="true">×</span>
        <NativeSelect
          aria-label={text("needs.peopleWho", { number: index + 1 })}
          value={way}
          onChange={(event) => chooseWay(event.target.value as Way)}
          className="max-w-sm flex-1"
        >
          <option value="anybody">{text("needs.anybody")}</option>
          <option value="skill" disabled={skills.length === 0 && way !== "skill"}>
            {text("needs.withSkill")}
          </option>
          <option value="people">{text("needs.ofThese")}</option>
        </NativeSelect>
        {way === "skill" && (
          <NativeSelect
            aria-label={text("needs.skill")}
            value={skill ?? ""}
            onChange={(event) => change({ skill: event.target.value || null })}
            className="w-48"
          >
            {[...new Set([...skills, ...(skill ? [skill] : [])])].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </NativeSelect>
        )}
        {!isReadOnly && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={text("needs.removePeople", { number: index + 1 })}
            onClick={onRemove}
          >
            <Trash2 />
          </Button>
        )}
      </div>
      {way === "people" && (
        <div className="flex flex-wrap gap-x-4 gap-y-1 pl-4">
          {people.map(({ staffId, name }) => (
            <CheckLine
              key={staffId}
              isChecked={staffIds?.includes(staffId) ?? false}
              onChange={(isOn) => toggle(staffId, isOn)}
            >
              {name}
            </CheckLine>
          ))}
        </div>
      )}
    </div>
  );
}
