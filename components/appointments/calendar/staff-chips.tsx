"use client";

import { Check } from "lucide-react";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";
import { ColourDot } from "../colour-dot";
import type { Person } from "./columns";

interface StaffChipsProps {
  people: readonly Person[];
  /** Empty: everybody is shown. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Whose columns are shown: nobody pressed means everybody. */
export function StaffChips({ people, chosen, onChange }: StaffChipsProps) {
  const text = useText("calendar");
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  if (people.length < 2) return null;
  return (
    <fieldset
      className="flex min-w-0 gap-1.5 overflow-x-auto border-b px-2 py-1.5 [scrollbar-width:thin]"
      data-print="hide"
    >
      <legend className="sr-only">{text("staff.label")}</legend>
      <Chip isOn={chosen.length === 0} onClick={() => onChange([])}>
        {text("staff.all")}
      </Chip>
      {people.map(({ id, name, colour }) => (
        <Chip key={id} isOn={chosen.includes(id)} onClick={() => toggle(id)}>
          <ColourDot colour={colour} />
          {name}
        </Chip>
      ))}
    </fieldset>
  );
}

function Chip({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className={cn(
        "inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full border px-2.5 text-sm transition-colors hover:bg-accent focus-visible:-outline-offset-2 pointer-coarse:h-(--control)",
        isOn ? "border-primary bg-primary-subtle font-medium text-primary-text" : "border-neutral-7",
      )}
    >
      {isOn && <Check aria-hidden="true" className="size-3.5" />}
      {children}
    </button>
  );
}
