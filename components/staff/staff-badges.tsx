import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";

/** What is not as usual about somebody. */
export function StaffBadges({ isArchived, isBookable }: { isArchived: boolean; isBookable: boolean }) {
  const text = useText("staff");
  if (isArchived) return <Badge tone="slate">{text("archived")}</Badge>;
  return isBookable ? null : <Badge tone="amber">{text("notBookable")}</Badge>;
}
