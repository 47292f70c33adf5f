import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { fetchPublic } from "@/server/core/outbound";
import { isPublicAddress } from "@/server/core/public-address";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server on this machine, and how often it was asked. */
async function serve(answer: RequestListener) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.headers.host} ${request.url}`);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, seen };
}

const notPublic = { code: "VALIDATION_ERROR", reason: "address_not_public" };
const never = async (): Promise<string[]> => {
  throw new Error("no name is asked for");
};

describe("an address", () => {
  it.each(["8.8.8.8", "193.99.144.80", "2a00:1450:4001:82b::200e", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
    "of the internet is public (%s)",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...[
      "127.0.0.1",
      "127.8.8.8",
      "0.0.0.0",
      "10.1.2.3",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
      "169.254.169.254",
    ],
    ...[
      "100.64.0.1",
      "100.127.255.254",
      "192.0.0.8",
      "192.0.2.1",
      "198.18.0.1",
      "198.51.100.7",
      "203.0.113.9",
      "224.0.0.1",
    ],
    ...["240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1"],
    ...[
      "::ffff:127.0.0.1",
      "::ffff:10.0.0.1",
      "::ffff:169.254.169.254",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "2001:db8::1",
    ],
    ...["2001::1", "100::1", "::127.0.0.1", "", "example.com", "127.1"],
  ])("of any other place is not (%s)", (address) => expect(isPublicAddress(address)).toBe(false));
});

describe("what a tenant gives us as an address", () => {
  it.each([
    ...["https://127.0.0.1/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://127.1/"],
    ...[
      "https://[::1]/",
      "https://[::ffff:127.0.0.1]/",
      "https://[::ffff:7f00:1]/",
      "https://0/",
      "https://169.254.169.254/x",
    ],
    ...["https://①②⑦.⓪.⓪.①/", "https://10.0.0.1:8443/", "https://user:pass@192.168.0.1/", "https://100.64.0.1/"],
  ])("does not lead into our own networks (%s)", async (url) => {
    await expect(fetchPublic(url, { resolve: never })).rejects.toMatchObject(notPublic);
  });

  it.each([
    ["http://193.99.144.80/", "address_not_https"],
    ["ftp://193.99.144.80/", "address_not_https"],
    ["https://user:pass@193.99.144.80/", "address_with_password"],
    ["not an address", "address_invalid"],
  ])("is https without a password (%s)", async (url, reason) => {
    await expect(fetchPublic(url, { resolve: never })).rejects.toMatchObject({ code: "VALIDATION_ERROR", reason });
  });

  it.each([[["127.0.0.1"]], [["193.99.144.80", "10.0.0.1"]], [["::ffff:192.168.0.1"]]])(
    "is refused when any address of its name is ours (%j)",
    async (addresses) => {
      const resolve = async () => addresses;
      await expect(fetchPublic("https://calendar.example/", { resolve })).rejects.toMatchObject(notPublic);
    },
  );

  it("is asked by the address that was looked at, though its name means another one a moment later", async () => {
    const { port, seen } = await serve((_, response) => response.end("ok"));
    const answers = [["127.0.0.1"], ["10.0.0.1"]];
    let asked = 0;
    const resolve = async () => answers[asked++] ?? [];
    const url = `http://rebinding.example:${port}/feed`;
    const answer = await fetchPublic(url, { resolve, allowsLoopback: true });
    expect(answer.body.toString()).toBe("ok");
    expect({ asked, seen }).toEqual({ asked: 1, seen: [`rebinding.example:${port} /feed`] });
  });
});

describe("an answer", () => {
  const here = { allowsLoopback: true };

  it("is followed to a public place only", async () => {
    const { port, seen } = await serve((_, response) =>
      response.writeHead(302, { location: "https://10.0.0.1/" }).end(),
    );
    await expect(fetchPublic(`http://127.0.0.1:${port}/`, here)).rejects.toMatchObject(notPublic);
    expect(seen).toHaveLength(1);
  });

  it("is not followed for ever", async () => {
    const { port, seen } = await serve((_, response) => response.writeHead(302, { location: "/again" }).end());
    const asking = fetchPublic(`http://127.0.0.1:${port}/`, here);
    await expect(asking).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
    expect(seen).toHaveLength(4);
  });

  it("is read no further than the limit", async () => {
    const { port } = await serve((_, response) => response.end("x".repeat(5000)));
    const asking = fetchPublic(`http://127.0.0.1:${port}/`, { ...here, maxBytes: 1000 });
    await expect(asking).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
  });

  it("is not waited for without end, also when it has begun", async () => {
    const { port } = await serve((_, response) => response.write("x"));
    const asking = fetchPublic(`http://127.0.0.1:${port}/`, { ...here, maxMs: 100 });
    await expect(asking).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
  });

  it("that is none is a failure of the place, not of ours", async () => {
    const resolve = async () => Promise.reject(new Error("ENOTFOUND"));
    await expect(fetchPublic("https://nowhere.example/", { resolve })).rejects.toMatchObject({
      code: "INTEGRATION_UNAVAILABLE",
    });
  });
});
