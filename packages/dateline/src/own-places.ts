/**
 * Where the user's own lists are: set by `--actors` and `--gazetteer`, or directly. They are environment variables so
 * that worker threads see them too.
 */
export const OWN = { actors: "DATELINE_ACTORS", gazetteer: "DATELINE_GAZETTEER" } as const;
