/** The colours that carry a meaning; globals.css gives each its fill, text and solid through `data-tone`. */
export type Tone =
  | "grey"
  | "slate"
  | "brand"
  | "success"
  | "warning"
  | "danger"
  | "info"
  | "amber"
  | "orange"
  | "green"
  | "blue"
  | "sky"
  | "violet"
  | "red";
