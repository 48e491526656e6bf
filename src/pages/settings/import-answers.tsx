import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../ui/text';

interface ImportAnswersProps {
  confirm: () => Promise<void>;
  cancel: () => void;
}

/** Whether what a file would bring is wanted; the keyboard is brought here, where that is asked. */
export function ImportAnswers({ confirm, cancel }: ImportAnswersProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div class="actions">
      <button type="button" class="btn btn-primary" ref={button} onClick={() => void confirm()}>
        {text('settings_import_do')}
      </button>
      <button type="button" class="btn btn-quiet" onClick={cancel}>
        {text('settings_import_leave')}
      </button>
    </div>
  );
}
