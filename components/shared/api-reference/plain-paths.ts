import type { ReactNode } from "react";

interface System {
  React: { createElement: (tag: string, props: null, text: ReactNode) => ReactNode };
}

/** Its paths are links within buttons, which no keyboard can tell apart: the button alone opens, and writes the address. */
export const plainPaths = ({ React }: System) => ({
  components: { DeepLink: ({ text }: { text: ReactNode }) => React.createElement("span", null, text) },
});
