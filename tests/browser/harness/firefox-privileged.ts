import type { Browser } from 'puppeteer-core';

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface Context {
  readonly context: string;
  readonly url: string;
  readonly children?: readonly Context[] | null;
}

interface ContextTree {
  readonly contexts: readonly Context[];
}

interface Evaluation {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/**
 * Runs an expression in the browser's own scope, where `WebExtensionPolicy` and `Services` are, and awaits what it
 * gives. Needs `--remote-allow-system-access`. Only strings, numbers, booleans and null come back.
 */
export async function evaluateInChrome(browser: Browser, expression: string): Promise<unknown> {
  const connection = connectionOf(browser);
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }))
    .result as ContextTree;
  const context = tree.contexts[0]?.context;
  if (context === undefined) throw new Error('Firefox shows no window of its own');
  const evaluation = (
    await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true })
  ).result as Evaluation;
  if (evaluation.type === 'exception') throw new Error(evaluation.exceptionDetails?.text);
  return evaluation.result?.value;
}

/** Evaluates an expression in a frame, in whatever tab, that shows this address; null where there is none. */
export async function evaluateInFrame(browser: Browser, url: string, expression: string): Promise<unknown> {
  const connection = connectionOf(browser);
  const tree = (await connection.send('browsingContext.getTree', {})).result as ContextTree;
  const frame = tree.contexts.flatMap(({ children }) => children ?? []).find(child => child.url === url);
  if (!frame) return null;
  const target = { context: frame.context };
  const evaluation = (await connection.send('script.evaluate', { expression, target, awaitPromise: true }))
    .result as Evaluation;
  return evaluation.result?.value ?? null;
}

/** Puppeteer has no public way to send a command of Firefox's own, only this undocumented property. */
function connectionOf(browser: Browser): BidiConnection {
  return (browser as unknown as { readonly connection: BidiConnection }).connection;
}
