interface KeptPicture {
  /** A WebP in base64. */
  image: string;
  digest: string;
}

/**
 * Answers with a picture. Only the address that names this very picture may be kept, by the browser of whoever is signed in;
 * at any other one the browser asks each time whether it is still the same, and still theirs to see.
 */
export function pictureAnswer(request: Request, { image, digest }: KeptPicture): Response {
  const named = new URL(request.url).searchParams.get("v");
  const isNamed = named !== null && named.length >= 12 && digest.startsWith(named);
  const etag = `"${digest}"`;
  const headers = {
    "content-type": "image/webp",
    "cache-control": isNamed ? "private, max-age=604800, immutable" : "private, no-cache",
    vary: "cookie, authorization, x-api-key, x-company-id",
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(Buffer.from(image, "base64"), { headers });
}
