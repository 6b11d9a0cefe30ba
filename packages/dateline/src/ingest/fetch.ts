import { lookup as resolve } from "node:dns";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { DatelineError } from "@dateline/model";
import { LIMITS } from "./ingested.ts";

const TIMEOUT_MS = 20_000;
const MOST_REDIRECTS = 5;

export interface Fetched {
  readonly bytes: Uint8Array;
  /** The address after redirects. */
  readonly url: string;
  readonly mediaType: string | null;
}

/**
 * A page of the public web. Only http and https; addresses of private networks, this machine and link-local ones are
 * refused after each name is resolved, at each redirect; time and size are bounded.
 */
export async function fetchPublic(address: string): Promise<Fetched> {
  let url = publicUrl(address);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await get(url);
    const status = response.statusCode ?? 0;
    const location = response.headers.location;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.resume();
      url = publicUrl(new URL(location, url).href);
      continue;
    }
    if (status !== 200) {
      response.resume();
      throw new DatelineError("ingest/http", `answered with status ${status}; check the address`);
    }
    return { bytes: await bodyOf(response), url: url.href, mediaType: response.headers["content-type"] ?? null };
  }
  throw new DatelineError("ingest/http", `redirects more than ${MOST_REDIRECTS} times`);
}

function publicUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new DatelineError("ingest/address", "is no http or https address");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && isPrivate(host)) throw privateAddress(host);
  return url;
}

/** Networks that are not the public internet (IANA special-purpose registries). */
const closed = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  closed.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  closed.addSubnet(net, bits, "ipv6");
}

/** Whether an IP address belongs to no public network; IPv4 inside IPv6 counts as what it is. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address);
  if (mapped !== null) {
    const [, dotted, high = "0", low = "0"] = mapped;
    const n = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
    return isPrivate(dotted ?? [24, 16, 8, 0].map((shift) => (n >>> shift) & 255).join("."));
  }
  return closed.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

function privateAddress(address: string): DatelineError {
  return new DatelineError(
    "ingest/address",
    `leads to ${address}, which is not on the public internet; save the page and add the file`,
  );
}

/** Resolves a name and refuses it unless every address it has is public. */
const lookupPublic: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    const bad = error === null ? addresses.find((a) => isPrivate(a.address)) : undefined;
    const [first] = addresses ?? [];
    if (error !== null) callback(error, "", 0);
    else if (bad !== undefined) callback(privateAddress(bad.address), "", 0);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first?.address ?? "", first?.family ?? 0);
  });
};

function get(url: URL): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((done, fail) => {
    const sent = request(
      url,
      {
        lookup: lookupPublic,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          "user-agent": "Dateline (reads public reports for a sourced record)",
          accept: "text/html,application/xml,*/*",
        },
      },
      done,
    );
    sent.on("error", (cause) => fail(cause instanceof DatelineError ? cause : unreachable(cause)));
    sent.end();
  });
}

function unreachable(cause: Error): DatelineError {
  return new DatelineError(
    "ingest/http",
    `could not be fetched (${cause.message}); check the address and the connection`,
    { cause },
  );
}

async function bodyOf(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > LIMITS.fileBytes) throw new DatelineError("ingest/too-large", "is larger than 64 MB");
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof DatelineError
      ? cause
      : unreachable(cause instanceof Error ? cause : new Error(String(cause)));
  }
  return Buffer.concat(chunks);
}
