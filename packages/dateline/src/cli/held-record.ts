import { servedAt } from "../store/lock.ts";
import { type RecordOptions, withRecord } from "./record-options.ts";
import { type HeldRecord, remoteRecord } from "./remote-record.ts";

/** Does `use` with the record that the options name; where a server holds it, by way of that server. */
export async function withHeldRecord<T>(options: RecordOptions, use: (record: HeldRecord) => Promise<T>): Promise<T> {
  let opened = false;
  try {
    return await withRecord({ ...options, create: false }, (record) => {
      opened = true;
      return use(record);
    });
  } catch (error) {
    const url = opened ? undefined : servedAt(error);
    if (url === undefined) throw error;
    return use(remoteRecord(url));
  }
}
