import type { Rock } from '../domain/rock';
import { dayText } from './format';
import { StonePicture } from './stone-picture';
import { text } from './text';

/** The rock left on the ground on an earlier day, to be picked up. */
export function UnfinishedRock({ rock, onPickUp }: { rock: Rock; onPickUp: () => void }) {
  return (
    <section class="unfinished" aria-labelledby="unfinished-from">
      <div class="thumb">
        <StonePicture seed={rock.seed} state="outline" shadow={false} />
      </div>
      <div class="what">
        <p class="caption" id="unfinished-from">
          {text('rock_left_from', dayText(rock.day))}
        </p>
        <p class="display">
          <bdi>{rock.title}</bdi>
        </p>
      </div>
      <button class="btn btn-secondary btn-dense" type="button" onClick={onPickUp}>
        {text('rock_pick_up')}
      </button>
    </section>
  );
}
