import { execFile } from "node:child_process";
import { userInfo } from "node:os";
import { promisify } from "node:util";

/** Who decides: the name given, else the one that git knows, else the system's. */
export async function whoIs(given: string | undefined): Promise<string> {
  if (given !== undefined && given.trim() !== "") return given.trim();
  const git = await promisify(execFile)("git", ["config", "user.name"]).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
  return git === "" ? systemName() : git;
}

/** A user without an entry in the system's list has no name there. */
function systemName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? "";
  }
}
