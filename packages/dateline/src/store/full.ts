import { DatelineError } from "@dateline/model";
import { errnoOf } from "../errno.ts";

const NO_ROOM = ["ENOSPC", "EDQUOT", "EFBIG"];
/** PostgreSQL's code for a full disk. */
const DISK_FULL = "53100";

/** A fault of a full disk as what it is, with what became of the step; any other as it came. */
export function toldFull(error: unknown, where: string): unknown {
  if (error instanceof DatelineError) return error;
  const code = errnoOf(error);
  const isFull = code !== undefined && (NO_ROOM.includes(code) || code === DISK_FULL);
  if (!isFull && !/no space left on device|disk quota exceeded/i.test(String((error as Error | undefined)?.message)))
    return error;
  return new DatelineError(
    "store/full",
    `the disk that holds ${where} is full: nothing of this step was kept, all before it is safe; make room and do it again`,
    { cause: error },
  );
}
