import type { Page } from 'puppeteer-core';
import { until } from './browsers';

interface Face {
  readonly badge: string;
  readonly title: string;
}

/** What the toolbar shows of the extension, asked of the browser in one of the extension's pages. */
export const faceOf = (desk: Page): Promise<Face> => desk.evaluate(faceScript);

export const turnsTo = (desk: Page, badge: string, timeout?: number): Promise<void> =>
  until(async () => (await faceOf(desk)).badge === badge, `The badge is not “${badge}”`, timeout);

const faceScript = async (): Promise<Face> => {
  const { action } = (globalThis as never as { chrome: never }).chrome as never as {
    action: { getBadgeText: (of: object) => Promise<string>; getTitle: (of: object) => Promise<string> };
  };
  return { badge: await action.getBadgeText({}), title: await action.getTitle({}) };
};
