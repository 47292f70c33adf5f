"use client";

import { Check } from "lucide-react";
import { useController } from "react-hook-form";
import { STAFF_COLOURS } from "@/server/staff/rules/colours";

interface ColourFieldProps {
  label: string;
  /** What a colour is called that has only a number. */
  nameOf: (number: number) => string;
}

/** Colours that can be told apart in a calendar; one of its own stays until another is chosen. */
export function ColourField({ label, nameOf }: ColourFieldProps) {
  const { field } = useController<{ colour?: string }>({ name: "colour" });
  const chosen = field.value?.toLowerCase();
  const all = [...new Set([...(chosen ? [chosen] : []), ...STAFF_COLOURS])].sort();
  return (
    <fieldset>
      <legend className="pb-1.5 font-medium text-sm">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {all.map((colour, index) => (
          <label
            key={colour}
            className="relative grid size-7 cursor-pointer place-items-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-primary has-focus-visible:outline-offset-2 pointer-coarse:size-9"
            style={{ backgroundColor: colour }}
          >
            <input
              type="radio"
              name={field.name}
              value={colour}
              checked={colour === chosen}
              onChange={() => field.onChange(colour)}
              aria-label={nameOf(index + 1)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
            />
            {colour === chosen && <Check aria-hidden="true" className="size-4 text-white" />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
