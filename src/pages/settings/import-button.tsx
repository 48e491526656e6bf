import type { TargetedEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { text } from '../../ui/text';

export interface ImportButtonProps {
  isBusy: boolean;
  take: (file: File) => Promise<void>;
}

/** *Import…*: asks for a file. The browser's own control for that is out of sight, but it is what opens the choice. */
export function ImportButton({ isBusy, take }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const chosen = (event: TargetedEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? [];
    if (file) void take(file);
    // Or choosing the same file again would be no change.
    event.currentTarget.value = '';
  };
  return (
    <>
      <button
        type="button"
        class="btn btn-secondary"
        aria-busy={isBusy}
        onClick={() => input.current?.click()}
      >
        {text('settings_import')}
      </button>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept="application/json,.json,text/plain,.txt,text/csv,.csv"
        tabIndex={-1}
        aria-label={text('settings_import_file')}
        onChange={chosen}
      />
    </>
  );
}
