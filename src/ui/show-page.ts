import { type ComponentChild, render } from 'preact';
import { keepFocus } from './keep-focus';
import { type TextKey, text } from './text';

/** Puts a page's content into its document, whose title and language are those of its words. */
export function showPage(title: TextKey, content: ComponentChild): void {
  document.title = text(title);
  // The language of the strings, not of the browser: a screen reader must not read English with French sounds.
  document.documentElement.lang = text('rock_language');
  document.documentElement.dir = text('rock_direction');
  const root = document.getElementById('root');
  if (root) render(content, root);
  keepFocus();
}
