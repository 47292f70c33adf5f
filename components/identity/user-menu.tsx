"use client";

import { LazyMenu, lazyMenu } from "../shared/lazy-menu";
import { useText } from "../shared/use-text";
import { Avatar } from "../ui/avatar";
import type { UserMenuPanelProps } from "./user-menu-panel";

const panel = lazyMenu<UserMenuPanelProps>(() => import("./user-menu-panel").then((file) => file.UserMenuPanel));

export function UserMenu(props: UserMenuPanelProps) {
  const text = useText("identity");
  return (
    <LazyMenu
      menu={panel}
      props={props}
      trigger={
        <button
          type="button"
          aria-label={text("user.menu")}
          className="ml-1 flex size-(--control) shrink-0 items-center justify-center rounded-full"
        >
          <Avatar name={props.user.name} src={props.user.avatarUrl} />
        </button>
      }
    />
  );
}
