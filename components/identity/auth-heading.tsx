/** What a page of signing in is for, in a line and a sentence. */
export function AuthHeading({ title, lead }: { title: string; lead?: string }) {
  return (
    <div className="flex flex-col gap-1 pb-6">
      <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
      {lead && <p className="text-muted-foreground">{lead}</p>}
    </div>
  );
}
