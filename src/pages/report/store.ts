import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../messages/client';
import { faultOf } from '../../messages/request-error';
import type { Fault, Reply } from '../../messages/requests';
import { type Asked, askedOf } from './address';
import { neighboursOf } from './neighbours';

/** What one view shows. */
export type View =
  | { view: 'day'; report: Reply<'readDay'> }
  | { view: 'period'; report: Reply<'readPeriod'> };

export interface ReportState {
  /** What the address asks for; today's day where it asks for nothing that there is. */
  asked: Asked;
  /** What is wrong with the address, if it names nothing that there is. */
  misread: Extract<Fault, 'not-a-day' | 'not-a-period'> | null;
  /** What was read last; the view before stays until the next has come. */
  shown: View | null;
  /** Why the last reading failed. */
  fault: Fault | null;
  /** Shows what the fragment of the address names: at once if it was read before, and as it is now. */
  open: (hash: string) => Promise<void>;
  /** Reads what is shown once more. */
  read: () => Promise<void>;
  /** Reads, for later, what a click away may ask for. */
  readAhead: () => Promise<void>;
  /** Reads what is shown after every change of the background's state; returns how to stop that. */
  follow: () => () => void;
}

export type ReportStore = StoreApi<ReportState>;

const TODAY: Asked = { view: 'day', day: null };

/** More than anybody goes through in one sitting is not kept. */
const MOST_KEPT = 40;

export function createReportStore(client: Client): ReportStore {
  let readings = 0;
  const kept = new Map<string, View>();
  const keep = (asked: Asked, view: View) => {
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(nameOf(asked), view);
  };
  const readView = async (asked: Asked): Promise<View> => {
    const view: View =
      asked.view === 'day'
        ? { view: 'day', report: await client.readDay({ day: asked.day }) }
        : { view: 'period', report: await client.readPeriod({ period: asked.period.key }) };
    keep(asked, view);
    return view;
  };
  return createStore<ReportState>((set, get) => ({
    asked: TODAY,
    misread: null,
    shown: null,
    fault: null,
    open(hash) {
      const asked = askedOf(hash);
      const before = kept.get(nameOf(asked ?? TODAY));
      set({
        asked: asked ?? TODAY,
        misread: asked === null ? misreadOf(hash) : null,
        ...(before && { shown: before }),
      });
      return get().read();
    },
    async read() {
      // Answers may come in another order than they were asked for: only the last one counts.
      const reading = ++readings;
      const outcome = await readView(get().asked).then(
        shown => ({ shown, fault: null }),
        error => ({ fault: faultOf(error) }),
      );
      const isNews = !('shown' in outcome) || !isSame(outcome.shown, get());
      if (reading === readings && isNews) set(outcome);
    },
    async readAhead() {
      const { shown } = get();
      const wanted = shown ? neighboursOf(shown).filter(asked => !kept.has(nameOf(asked))) : [];
      for (const asked of wanted) await readView(asked).catch(() => undefined);
    },
    follow: () =>
      client.onChanged(() => {
        kept.clear();
        void get().read();
      }),
  }));
}

/** Whether what was read says nothing new: nothing has to be drawn again then. */
function isSame(read: View | null, { shown, fault }: ReportState): boolean {
  if (read === null || shown === null || fault !== null || read.report.running !== null) return false;
  const told = ({ view, report }: View) => JSON.stringify({ view, ...report, asOf: 0 });
  return told(read) === told(shown);
}

const misreadOf = (hash: string) => (hash.startsWith('#day/') ? 'not-a-day' : 'not-a-period');

const nameOf = (asked: Asked): string => (asked.view === 'day' ? (asked.day ?? 'today') : asked.period.key);
