import { useState } from 'preact/hooks';
import type { Fault } from '../../messages/requests';
import type { Change } from '../../ui/asked-settings';
import { faultText } from '../../ui/fault-text';
import type { Save } from './store';

/** `save` with the sentence of what was refused last, to be shown beside the control. */
export function useSaveFault(save: Save) {
  const [fault, setFault] = useState<Fault | null>(null);
  return {
    error: fault === null ? null : faultText(fault),
    saving: async (change: Change): Promise<void> => setFault(await save(change)),
  };
}
