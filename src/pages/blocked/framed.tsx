import { text } from '../../ui/text';

/**
 * What stands for a blocked site inside another page. Any page may put this one in a frame, so there is nothing in it
 * to press, and nothing of the rock.
 */
export function Framed() {
  return (
    <main class="framed">
      <div class="card">
        <img src="/icons/mark.svg" alt="" />
        <h1>{text('blocked_framed')}</h1>
      </div>
    </main>
  );
}
