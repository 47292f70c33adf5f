import sharp from "sharp";

const SIDE = 256;
/** What phones make of themselves; a small file that unfolds into more is a trap. */
const MAX_PIXELS = 25_000_000;
/** Each of them holds the unfolded picture: the others of a process wait. */
const AT_ONCE = 2;

let busy = 0;
const waiting: (() => void)[] = [];

/** The picture as a square of our own making: nothing of the file survives but what is to be seen. Throws when it is none. */
export async function toAvatar(picture: Buffer): Promise<Buffer> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await unfold(picture);
  } finally {
    // Whoever is next takes this one's place, and nobody comes in between.
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

const unfold = (picture: Buffer): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: MAX_PIXELS, failOn: "error", animated: false, sequentialRead: true })
    .timeout({ seconds: 5 })
    .rotate()
    .resize(SIDE, SIDE, { fit: "cover" })
    .webp({ quality: 82 })
    .toBuffer();
