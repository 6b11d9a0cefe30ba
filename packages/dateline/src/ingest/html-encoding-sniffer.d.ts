declare module "html-encoding-sniffer" {
  /** The encoding of a page by byte order mark, transport label or meta element (WHATWG's algorithm). */
  export default function sniff(
    bytes: Uint8Array,
    options?: { readonly transportLayerEncodingLabel?: string; readonly defaultEncoding?: string },
  ): string;
}
