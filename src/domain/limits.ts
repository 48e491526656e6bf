// Apart from the settings' schema, so that a page that names a limit does not load the library behind the schema.

export const MAX_SITES = 5000;
export const MAX_QUESTION = 200;
