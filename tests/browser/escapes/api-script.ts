interface Call {
  readonly space: 'tabs' | 'windows' | 'declarativeNetRequest';
  readonly call: string;
  readonly args: readonly unknown[];
}

type Api = Record<Call['space'], Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/** Runs inside a page of the extension: calls `browser.tabs.remove(1)`, say. */
export async function apiScript({ space, call, args }: Call): Promise<unknown> {
  const scope = globalThis as unknown as Partial<Record<'browser' | 'chrome', Api>>;
  return (scope.browser ?? scope.chrome)?.[space][call]?.(...args);
}
