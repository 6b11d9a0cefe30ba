/** A fault of use or of the surroundings that a person can mend; `code` is documented, the message names input, place and remedy. */
export class DatelineError extends Error {
  override readonly name = "DatelineError";
  readonly code: string;

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
