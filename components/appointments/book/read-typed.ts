/** Takes over what somebody has already typed into the search: a number, else a first and a last name. */
export function readTyped(typed: string): { firstName: string; lastName: string; phone: string } {
  const text = typed.trim();
  const empty = { firstName: "", lastName: "", phone: "" };
  if (/^[\d\s+()/.-]{4,}$/.test(text)) return { ...empty, phone: text };
  const words = text.split(/\s+/);
  return { ...empty, firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) ?? "" };
}
