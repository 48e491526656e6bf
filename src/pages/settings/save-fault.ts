import { useState } from 'preact/hooks';
import type { SettingsEdit } from '../../domain/edit-settings';
import type { Fault } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';

/** `save` with the sentence of what was refused last, to be shown beside the control. */
export function useSaveFault(save: (edit: SettingsEdit) => Promise<Fault | null>) {
  const [fault, setFault] = useState<Fault | null>(null);
  return {
    error: fault === null ? null : faultText(fault),
    saving: async (edit: SettingsEdit): Promise<void> => setFault(await save(edit)),
  };
}
