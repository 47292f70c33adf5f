import {
  CalendarCheck2,
  CalendarDays,
  CalendarRange,
  Clock,
  Contact,
  DoorOpen,
  LayoutDashboard,
  type LucideIcon,
  MessageSquareText,
  PartyPopper,
  PhoneCall,
  Scissors,
  Settings,
  Users,
  UsersRound,
} from "lucide-react";

export interface NavigationItem {
  /** Also its message key under `navigation.items`. */
  key: string;
  href: string;
  icon: LucideIcon;
  /** Who may see it; none means everybody who is signed in. */
  permission?: string;
  /** Not shown where this is switched off. */
  feature?: string;
  /** One of the four at the foot of a phone's screen. */
  isInBottomBar?: boolean;
}

export interface NavigationGroup {
  /** Also its message key under `navigation.groups`. */
  key: string;
  items: readonly NavigationItem[];
}

/** One of the product's two areas: where its name leads to, and what it holds. */
export interface Navigation {
  home: string;
  groups: readonly NavigationGroup[];
}

/** Only what has a page; a new page is one line here and one word in the message files. */
export const NAVIGATION: readonly NavigationGroup[] = [
  {
    key: "start",
    items: [
      { key: "dashboard", href: "/", icon: LayoutDashboard, isInBottomBar: true },
      { key: "today", href: "/today", icon: CalendarCheck2, permission: "view_appointments" },
      { key: "calendar", href: "/calendar", icon: CalendarRange, permission: "view_appointments" },
    ],
  },
  {
    key: "crm",
    items: [
      {
        key: "appointments",
        href: "/appointments",
        icon: CalendarDays,
        permission: "view_appointments",
        isInBottomBar: true,
      },
      { key: "customers", href: "/customers", icon: Users, permission: "view_customers", isInBottomBar: true },
      { key: "calls", href: "/calls", icon: PhoneCall, permission: "view_calls", isInBottomBar: true },
    ],
  },
  {
    key: "master_data",
    items: [
      { key: "staff", href: "/staff", icon: Contact, permission: "view_staff" },
      { key: "services", href: "/services", icon: Scissors, permission: "view_services" },
      { key: "resources", href: "/resources", icon: DoorOpen, permission: "view_resources" },
      { key: "classes", href: "/classes", icon: UsersRound, permission: "view_appointments" },
      { key: "working_hours", href: "/working-hours", icon: Clock, permission: "view_working_hours" },
      { key: "holidays", href: "/holidays", icon: PartyPopper, permission: "view_working_hours" },
    ],
  },
  {
    key: "communication",
    items: [{ key: "messages", href: "/messages", icon: MessageSquareText, permission: "view_appointments" }],
  },
  {
    key: "administration",
    items: [{ key: "settings", href: "/settings", icon: Settings }],
  },
];

interface Reader {
  permissions: readonly string[];
  features: readonly string[];
}

/** The groups that hold something for somebody with these permissions, where these features are switched on. */
export function visibleNavigation({ permissions, features }: Reader, groups = NAVIGATION): NavigationGroup[] {
  const isShown = ({ permission, feature }: NavigationItem) =>
    (!permission || permissions.includes(permission)) && (!feature || features.includes(feature));
  return groups
    .map((group) => ({ ...group, items: group.items.filter(isShown) }))
    .filter((group) => group.items.length > 0);
}

/** The dashboard only on itself; every other entry on its detail pages too. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
