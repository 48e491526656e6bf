/** When the browser told of an address that a tab had come to. Milliseconds since 1970, by the clock of the browser. */
export interface Told {
  readonly url: string;
  readonly at: number;
}

interface Updates {
  onUpdated: { addListener: (listener: (id: number, change: { url?: string }) => void) => void };
}

type Scope = Partial<Record<'browser' | 'chrome', { tabs: Updates }>> & { told?: Told[] };

/** Run inside a page of the extension: notes what the browser tells, which it tells the background at the same moment. */
export function listenScript(): void {
  const scope = globalThis as unknown as Scope;
  const told: Told[] = [];
  scope.told = told;
  (scope.browser ?? scope.chrome)?.tabs.onUpdated.addListener((_, { url }) => {
    if (url !== undefined) told.push({ url, at: Date.now() });
  });
}

/** Run there too: what it has noted since it was asked last. */
export function toldScript(): Told[] {
  return (globalThis as unknown as Scope).told?.splice(0) ?? [];
}
