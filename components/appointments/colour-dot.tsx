/** The colour that a service or a person has everywhere; decoration beside its name. */
export function ColourDot({ colour }: { colour: string }) {
  return <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full" style={{ backgroundColor: colour }} />;
}
