"use client";

import { useId } from "react";
import { useText } from "../../shared/use-text";

interface ExplainedChoiceProps<Option extends string> {
  /** Also the message key: `<name>.legend`, `<name>.options.<option>.label` and `.effect`. */
  name: string;
  options: readonly Option[];
  value: Option;
  onChange: (option: Option) => void;
}

/** One of a few ways, each with a sentence on what it does. */
export function ExplainedChoice<Option extends string>({
  name,
  options,
  value,
  onChange,
}: ExplainedChoiceProps<Option>) {
  const text = useText("scheduling");
  const id = useId();
  const wordsOf = (option: string) => [
    text(`${name}.options.${option}.label`),
    text(`${name}.options.${option}.effect`),
  ];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1.5 font-medium text-sm">{text(`${name}.legend`)}</legend>
      {options.map((option) => {
        const [label, effect] = wordsOf(option);
        return (
          <label
            key={option}
            htmlFor={`${id}${option}`}
            className="flex items-start gap-3 rounded-md border border-neutral-7 px-3 py-2.5 transition-colors hover:bg-accent has-checked:border-primary has-checked:bg-primary-subtle"
          >
            <input
              type="radio"
              id={`${id}${option}`}
              name={`${id}${name}`}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
              aria-describedby={`${id}${option}-effect`}
              className="mt-1 size-4 shrink-0 accent-primary"
            />
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{label}</span>
              <span id={`${id}${option}-effect`} className="text-muted-foreground text-sm">
                {effect}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
