/** Where to go after signing in: a path on our own pages, whatever a link may have put there. */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted)) return "/";
  const base = "http://own.invalid";
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  return url?.origin === base && url.pathname !== "/login" ? url.pathname + url.search : "/";
}
