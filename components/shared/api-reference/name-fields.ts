/** What it leaves without a name, or calls what the page has already, whenever it draws some of it. */
const MENDED: [selector: string, attribute: string, value: string][] = [
  ["textarea.body-param__text", "aria-label", "Request body"],
  [".operation-filter-input", "aria-label", "Filter by tag"],
  ["select.content-type", "aria-label", "Media type"],
  [".close-modal", "aria-label", "Close"],
  ["pre.microlight", "tabindex", "0"],
  ["main", "role", "region"],
  ["main", "aria-label", "Operations"],
];

/** Mends what a reader or a keyboard would stumble over below a place, also what comes later; the answer ends it. */
export function nameFields(place: HTMLElement): () => void {
  const name = () => {
    for (const [selector, attribute, value] of MENDED)
      for (const field of place.querySelectorAll(`${selector}:not([${attribute}])`))
        field.setAttribute(attribute, value);
  };
  const observer = new MutationObserver(name);
  observer.observe(place, { childList: true, subtree: true });
  return () => observer.disconnect();
}
