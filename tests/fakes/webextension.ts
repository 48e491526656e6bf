import messages from '../../public/_locales/en/messages.json';

type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

/** Stands in for webextension-polyfill where pages are tested without a browser: only its strings. */
const fake = {
  i18n: {
    getUILanguage: () => 'en-GB',
    getMessage(key: string, substitutions: string | string[] = []): string {
      const entry = (messages as Messages)[key];
      const values = Array.isArray(substitutions) ? substitutions : [substitutions];
      const named = entry?.placeholders ?? {};
      return (entry?.message ?? '').replace(/\$(\w+)\$/g, (_, name: string) => {
        const index = Number(named[name.toLowerCase()]?.content.slice(1)) - 1;
        return values[index] ?? '';
      });
    },
  },
};

export default fake;
