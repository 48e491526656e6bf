import type { BrowserKind } from '../harness/browser-session';
import type { Scene } from './scene';

/** A way in which a person or a page might get to see a blocked site all the same. */
export interface Escape<S extends Scene = Scene> {
  readonly name: string;
  /** What the block page must name in the end, unlike that of any other escape. */
  readonly address: string;
  /** Whether the browser has the site's page already, and needs no request to show it. */
  readonly had?: boolean;
  /** It ends on the block page's source, which the browser shows without telling any extension. */
  readonly asSource?: boolean;
  /** Why a browser cannot do this at all. */
  readonly impossible?: Partial<Record<BrowserKind, string>>;
  /** Why it cannot be stopped in a browser; what reaches the site then is known and said. */
  readonly unstoppable?: Partial<Record<BrowserKind, string>>;
  /** Why a browser may ask for the page before it minds any rule; even so, nobody gets to see it. */
  readonly early?: Partial<Record<BrowserKind, string>>;
  /** Does it. `scene.mark` is called when the deed is done, where what comes before it shows the site rightly. */
  play(scene: S): Promise<void>;
}

/** What became of one. */
export interface Outcome {
  /** The paths that the blocked host was asked for. */
  readonly asked: readonly string[];
  /** For how many milliseconds, from the deed on, a page of the site was in sight. */
  readonly shown: number;
  /**
   * How many milliseconds of that were after the browser had told the extension of the page, or the extension itself had
   * closed the site.
   */
  readonly lingered: number;
  /** The addresses of all tabs where they are not what they should be; null where they are. */
  readonly astray: readonly string[] | null;
}
