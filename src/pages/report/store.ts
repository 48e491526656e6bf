import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Client, faultOf } from '../../messages/client';
import type { Fault, Reply } from '../../messages/requests';
import { type Asked, askedOf } from './address';

export interface ReportState {
  asked: Asked;
  /** The last day that was read; the one before stays until the next has come. */
  report: Reply<'readDay'> | null;
  /** Why the last reading failed. */
  fault: Fault | null;
  /** Shows the day that the fragment of the address names. */
  open: (hash: string) => Promise<void>;
  /** Reads the day once more. */
  read: () => Promise<void>;
  /** Reads the day after every change of the background's state; returns how to stop that. */
  follow: () => () => void;
}

export type ReportStore = StoreApi<ReportState>;

export function createReportStore(client: Client): ReportStore {
  let readings = 0;
  return createStore<ReportState>((set, get) => ({
    asked: askedOf(''),
    report: null,
    fault: null,
    open(hash) {
      set({ asked: askedOf(hash) });
      return get().read();
    },
    async read() {
      // Answers may come in another order than they were asked for: only the last one counts.
      const reading = ++readings;
      const outcome = await client.readDay({ day: get().asked.day }).then(
        report => ({ report, fault: null }),
        error => ({ fault: faultOf(error) }),
      );
      if (reading === readings) set(outcome);
    },
    follow: () => client.onChanged(() => void get().read()),
  }));
}
