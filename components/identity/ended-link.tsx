import { Note } from "../shared/note";
import { AuthHeading } from "./auth-heading";
import { AuthLink } from "./auth-link";

interface EndedLinkProps {
  title: string;
  message: string;
  /** Where a new one is asked for. */
  href: string;
  label: string;
}

/** A link that was used, has ended, or never was: nobody hears which. */
export function EndedLink({ title, message, href, label }: EndedLinkProps) {
  return (
    <>
      <AuthHeading title={title} />
      <Note tone="warning" className="mb-4">
        {message}
      </Note>
      <AuthLink href={href}>{label}</AuthLink>
    </>
  );
}
