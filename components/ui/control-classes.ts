/** What input, textarea and select have in common. 16 px on touch, because iOS zooms into anything smaller. */
export const controlClasses =
  "w-full min-w-0 rounded-md border border-input bg-card text-base transition-colors placeholder:text-muted-foreground hover:border-neutral-10 disabled:cursor-not-allowed disabled:opacity-60 [&[readonly]]:bg-muted focus-visible:outline-offset-0 aria-invalid:border-danger aria-invalid:outline-danger pointer-coarse:text-lg";
