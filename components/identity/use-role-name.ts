"use client";

import { useText } from "../shared/use-text";

interface NamedRole {
  key: string;
  name: string;
  isBuiltIn: boolean;
}

/** Built-in roles have a name in each language, a company's own the one that it was given. */
export function useRoleName(): (role: NamedRole) => string {
  const text = useText("identity");
  return ({ key, name, isBuiltIn }) => (isBuiltIn && text.has(`roles.${key}`) ? text(`roles.${key}`) : name);
}
