/** Raised with every change of what is read; semantic versioning is meant for readings. */
export const READER_VERSION = "0.1.0";
