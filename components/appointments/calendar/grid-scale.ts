/** Tall enough that a quarter of an hour shows a line, and that a finger meets it. */
export const PIXELS_PER_MINUTE = 1.6;
/** What is dragged snaps to this many minutes, and to the fine ones with Shift. */
export const SNAP_MINUTES = 15;
export const FINE_MINUTES = 5;

export const px = (minutes: number): number => minutes * PIXELS_PER_MINUTE;
