// Apart from the settings' schema, so that a page that names a limit does not load the library behind the schema.

export const MAX_SITES = 5000;
export const MAX_QUESTION = 200;
export const MAX_CATEGORIES = 50;

/** Of a file to be imported. What a page sends is bounded in Chromium, at 64 MiB. */
export const MAX_IMPORT_MEGABYTES = 50;
