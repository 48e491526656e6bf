import { stoneSeed, tidied } from '../../domain/rock';
import type { Today } from '../../messages/requests';
import { dayText } from '../../ui/format';
import { CairnPicture, StonePicture } from '../../ui/stone-picture';
import { weekStones } from './week-stones';

interface SceneProps {
  today: Today | null;
  isLaying: boolean;
  /** The title being typed. */
  preview: string;
}

/** The still life: today's stone, or its empty place, and the week's cairn. */
export function Scene({ today, isLaying, preview }: SceneProps) {
  return (
    <header class="scene">
      <p class="date strong">{today ? dayText(today.day) : '\u00a0'}</p>
      {today && <Stones today={today} isLaying={isLaying} preview={preview} />}
    </header>
  );
}

function Stones({ today, isLaying, preview }: SceneProps & { today: Today }) {
  const { laid, beside } = weekStones(today);
  const isEmpty = laid.length === 0 && beside.length === 0;
  const isDone = today.rock?.status === 'done';
  if (isDone && preview === '') {
    return (
      <div class="stands week whole">
        <CairnPicture seeds={laid} beside={beside} newest={isLaying} />
      </div>
    );
  }
  return (
    <>
      {!isEmpty && (
        <div class="stands week">
          <CairnPicture seeds={laid} beside={beside} />
        </div>
      )}
      <div class="stands hero">{heroStone(today, preview)}</div>
    </>
  );
}

function heroStone(today: Today, preview: string) {
  if (preview !== '') return <StonePicture seed={stoneSeed(tidied(preview), today.day)} />;
  return today.rock ? (
    <StonePicture seed={today.rock.seed} />
  ) : (
    <StonePicture seed={today.day} state="empty" shadow={false} />
  );
}
