import sharp from "sharp";

const SIDE = 256;
/** A large phone's picture has less; a small file that unfolds into more is a trap. */
const MAX_PIXELS = 60_000_000;

/** The picture as a square of our own making: nothing of the file survives but what is to be seen. Throws when it is none. */
export async function toAvatar(picture: Buffer): Promise<Buffer> {
  return sharp(picture, { limitInputPixels: MAX_PIXELS, failOn: "error", animated: false, sequentialRead: true })
    .timeout({ seconds: 5 })
    .rotate()
    .resize(SIDE, SIDE, { fit: "cover" })
    .webp({ quality: 82 })
    .toBuffer();
}
