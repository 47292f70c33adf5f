"use client";

import { Slot } from "radix-ui";
import { type ComponentType, lazy, type ReactElement, Suspense, useState } from "react";

interface LazyMenuProps<Props extends object> {
  /** The button; it must pass its props on to a DOM button. */
  trigger: ReactElement;
  /** Made once per menu with `lazyMenu`. */
  menu: LazyMenuCode<Props>;
  props: Props;
}

interface LazyMenuCode<Props> {
  load: () => Promise<unknown>;
  Component: ComponentType<Props & { trigger: ReactElement }>;
}

/** Keeps a menu's code, and the positioning that it brings, out of the first load. */
export function lazyMenu<Props extends object>(
  load: () => Promise<ComponentType<Props & { trigger: ReactElement }>>,
): LazyMenuCode<Props> {
  const Component = lazy(() => load().then((component) => ({ default: component })));
  return { load, Component: Component as unknown as LazyMenuCode<Props>["Component"] };
}

/** Shows the plain button until it is wanted; then the menu, open, around the same button. Fetches on approach. */
export function LazyMenu<Props extends object>({ trigger, menu, props }: LazyMenuProps<Props>) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <Slot.Root
      aria-haspopup="menu"
      aria-expanded={isWanted}
      onPointerEnter={() => void menu.load()}
      onFocus={() => void menu.load()}
      onClick={() => setWanted(true)}
    >
      {trigger}
    </Slot.Root>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <menu.Component {...props} trigger={trigger} />
    </Suspense>
  );
}
