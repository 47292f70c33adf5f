/** Where the provider keeps recordings: its own host, its buckets at S3, and the network that delivers them. */
const PROVIDERS =
  /^(([\w-]+\.)*retellai\.com|retell[\w.-]*\.s3([.-][\w-]+)?\.amazonaws\.com|[\w-]+\.cloudfront\.net)$/i;
const LOOPBACK = /^(127\.[\d.]+|localhost|\[::1\])$/;

/**
 * Whether an address is one at which the provider keeps recordings. A company that has a key of its own signs what it likes:
 * nothing is fetched from wherever it names, least of all from our own network. A double on this machine keeps its own.
 */
export function isRecordingAddress(address: string, providerUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const [url, provider] = [new URL(address), new URL(providerUrl)];
  if (url.username || url.password) return false;
  if (LOOPBACK.test(provider.hostname)) return LOOPBACK.test(url.hostname) && url.port === provider.port;
  return url.protocol === "https:" && url.port === "" && PROVIDERS.test(url.hostname);
}
