import { type Command, Option } from "commander";
import type { OpenOptions, RecordStore } from "../store/record-store.ts";

export interface RecordOptions {
  readonly record?: string;
}

/** Which record: a folder, or the PostgreSQL server of DATABASE_URL. */
export function addRecordOption(command: Command): Command {
  return command.addOption(
    new Option("--record <dir>", "folder of the record (default: .dateline, or the server of DATABASE_URL)"),
  );
}

/** Opens the record that the options name, does `use` with it and closes it whatever happens. */
export async function withRecord<T>(
  options: RecordOptions & Pick<OpenOptions, "create">,
  use: (record: RecordStore) => Promise<T>,
): Promise<T> {
  const { openRecord } = await import("../store/open.ts");
  const record = await openRecord(placeOf(options));
  try {
    return await use(record);
  } finally {
    await record.close();
  }
}

/** Where the record is that the options name. */
export function placeOf({ record, create }: RecordOptions & Pick<OpenOptions, "create">): OpenOptions {
  const databaseUrl = process.env.DATABASE_URL;
  if (record === undefined && databaseUrl !== undefined && databaseUrl !== "") return { databaseUrl, create };
  return { dir: record ?? ".dateline", create };
}
