"use client";

import { useState } from "react";
import { Input } from "../ui/input";

interface TagsInputProps {
  id: string;
  value: string[];
  onChange: (tags: string[]) => void;
  onBlur: () => void;
  "aria-describedby"?: string;
}

const split = (typed: string): string[] => typed.split(",").flatMap((tag) => tag.trim() || []);

/** Words with commas between them; what is typed stays as it is until the field is left. */
export function TagsInput({ value, onChange, onBlur, ...props }: TagsInputProps) {
  const [typed, setTyped] = useState(value.join(", "));
  return (
    <Input
      id={props.id}
      aria-describedby={props["aria-describedby"]}
      autoComplete="off"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(split(event.target.value));
      }}
      onBlur={() => {
        setTyped(split(typed).join(", "));
        onBlur();
      }}
    />
  );
}
