// Pages get their words here: they may not import from `browser/`, and the words are all they would want from there.
export { counted, language, type TextKey, text } from '../browser/text';
