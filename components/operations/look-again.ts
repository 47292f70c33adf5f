/** Jobs come and go without a word to this page. */
export const LOOK_AGAIN_MS = 10_000;
