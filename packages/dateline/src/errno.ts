/** The system's name of a fault ("ENOENT"), or undefined where it is none of the system's. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
