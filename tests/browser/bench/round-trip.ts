interface ExtensionApi {
  runtime: {
    sendMessage: (message: unknown) => Promise<unknown>;
    getContexts: (filter: { contextTypes: string[] }) => Promise<unknown[]>;
  };
}

/**
 * Runs inside a page of the extension: asks the worker, and gives how many milliseconds its answer took. Null where
 * it runs or does not run against expectation, which would be a sample of something else.
 */
export async function roundTripScript(isAwake: boolean): Promise<number | null> {
  const scope = globalThis as unknown as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const api = scope.browser ?? scope.chrome;
  const ask = () => api?.runtime.sendMessage({ request: 'readSettings', args: {} });
  if (isAwake) await ask();
  const running = await api?.runtime.getContexts({ contextTypes: ['BACKGROUND'] });
  if (running === undefined || running.length > 0 !== isAwake) return null;
  const from = performance.now();
  await ask();
  return performance.now() - from;
}
