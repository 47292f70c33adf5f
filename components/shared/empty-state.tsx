import { Inbox, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { StateMessage } from "./state-message";

interface EmptyStateProps {
  title: string;
  /** What to do, in one friendly sentence. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: LucideIcon;
}

/** Nothing there yet. When filters hide everything, it is `NoResults` instead. */
export function EmptyState({ icon = Inbox, ...props }: EmptyStateProps) {
  return <StateMessage icon={icon} {...props} />;
}
