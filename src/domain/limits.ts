// Apart from the settings' schema, so that a page that names a limit does not load the library behind the schema.

export const MAX_SITES = 5000;
export const MAX_QUESTION = 200;
export const MAX_OTHER_QUESTIONS = 20;
export const MAX_THEME = 60;
export const MAX_CATEGORIES = 50;
export const MAX_CATEGORY_NAME = 60;
/** Of work hours in a day, and of windows. */
export const MAX_RANGES = 24;
export const MAX_DAYS_OFF = 1000;
/** Seconds without input after which nobody is there. */
export const LEAST_IDLE = 15;
export const MOST_IDLE = 600;
export const MAX_PASSES = 20;
export const MAX_BETTER_THINGS = 20;
export const MAX_BETTER_THING = 120;

/** Of a file to be imported. What a page sends is bounded in Chromium, at 64 MiB. */
export const MAX_IMPORT_MEGABYTES = 50;

/** The most that an hour may be worth, in any currency. */
export const MAX_RATE = 1e9;
