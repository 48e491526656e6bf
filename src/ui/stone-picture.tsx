import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { cairn, type LaidStone } from './cairn';
import { between, tenths } from './point';
import { type Stone, stone } from './stone';

/** Solid: pinned or done. Outline: left on the ground. Empty: the place where today's stone will stand. */
export type StoneState = 'solid' | 'outline' | 'empty';

export interface StonePictureProps {
  /** As kept with the rock (see `stoneSeed`). */
  readonly seed: string;
  readonly state?: StoneState;
  /** The shadow on the ground; only a solid stone casts one. */
  readonly shadow?: boolean;
  /** What a screen reader says. Without it the picture is decoration beside the rock's title, and hidden. */
  readonly label?: string | undefined;
}

export interface CairnPictureProps {
  /** The laid stones, in the order in which they were done: the first lies on the ground. */
  readonly seeds: readonly string[];
  /** Unfinished stones, in outline on the ground: the first before the cairn, the second after it, and so on. */
  readonly beside?: readonly string[];
  /** The top stone was laid just now, and comes down as the picture appears. */
  readonly newest?: boolean;
  readonly label?: string | undefined;
}

const STONE_PADDING = 6;
const CAIRN_PADDING = 8;

/** One stone, as wide as the element it is in. */
export function StonePicture({ seed, state = 'solid', shadow = true, label }: StonePictureProps) {
  const drawnStone = useMemo(() => stone(seed), [seed]);
  const { tone, width, height, outline } = drawnStone;
  const viewBox = [
    -STONE_PADDING,
    -STONE_PADDING,
    tenths(width + STONE_PADDING * 2 + (shadow ? 10 : 0)),
    tenths(height + STONE_PADDING * 2),
  ];
  return (
    <Drawing class={`stone tone-${tone}`} viewBox={viewBox} label={label}>
      {shadow && state === 'solid' && <Shadow x={width * 0.54} y={height - 3} reach={width * 0.49} />}
      <g class="st-body">
        {state === 'solid' ? <StoneShapes stone={drawnStone} /> : <path class={`st-${state}`} d={outline} />}
      </g>
    </Drawing>
  );
}

/** The stones of a week or longer, resting on each other. Without any stone it is an empty ground. */
export function CairnPicture({ seeds, beside = [], newest = false, label }: CairnPictureProps) {
  const { laid, top, reach } = useMemo(() => cairn(seeds.map(stone)), [seeds]);
  const ground = groundBeside(beside.length, reach);
  const highest = Math.min(top, beside.length > 0 ? -140 * ground.scale : -20) - CAIRN_PADDING;
  const viewBox = [ground.left, highest, ground.width, 10 - highest].map(tenths);
  const [lowest] = laid;
  return (
    <Drawing class="cairn" viewBox={viewBox} label={label}>
      {lowest && <Shadow x={lowest.x + 8} y={-1} reach={lowest.contour.reach * 1.02} />}
      {beside.map((seed, i) => (
        <UnfinishedStone seed={seed} x={ground.placeOf(i)} scale={ground.scale} />
      ))}
      {laid.map((place, i) => (
        <Laid place={place} above={laid[i + 1]} isNewest={newest && i === laid.length - 1} />
      ))}
    </Drawing>
  );
}

interface DrawingProps {
  readonly class: string;
  readonly viewBox: readonly (string | number)[];
  readonly label: string | undefined;
  readonly children: ComponentChildren;
}

function Drawing({ class: name, viewBox, label, children }: DrawingProps) {
  const spoken = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is named by aria-label or hidden, which the rule cannot see through.
    <svg class={name} viewBox={viewBox.join(' ')} {...spoken}>
      {children}
    </svg>
  );
}

function Shadow({ x, y, reach }: { x: number; y: number; reach: number }) {
  return <ellipse class="st-shadow" cx={tenths(x)} cy={tenths(y)} rx={tenths(reach)} ry="7" />;
}

function StoneShapes({ stone: { outline, lit, glow, veins, speckle } }: { stone: Stone }) {
  return (
    <>
      <path class="st-base" d={outline} />
      <path class="st-lit" d={lit} />
      <path class="st-glow" d={glow} />
      {veins.map(vein => (
        <path class="st-vein" d={vein} />
      ))}
      {speckle.map(({ kind, size, path }) => (
        <path class={`st-${kind}`} stroke-width={size} d={path} />
      ))}
    </>
  );
}

// Where unfinished stones lie, alternately before and after a cairn that reaches this far to either side. More than
// two are drawn smaller, or they would push the cairn out of sight.
function groundBeside(count: number, reach: number) {
  const scale = count > 2 ? 0.42 : 0.62;
  const step = 200 * scale + 10;
  return {
    scale,
    left: -reach - Math.ceil(count / 2) * step - CAIRN_PADDING,
    width: reach * 2 + count * step + CAIRN_PADDING * 2 + 12,
    placeOf: (index: number) => {
      const farther = Math.floor(index / 2) * step;
      return index % 2 === 1 ? reach + 10 + farther : -reach - step + 2 - farther;
    },
  };
}

function UnfinishedStone({ seed, x, scale }: { seed: string; x: number; scale: number }) {
  const { tone, height, outline } = useMemo(() => stone(seed), [seed]);
  const place = `translate(${tenths(x)} ${tenths(-height * scale)}) scale(${scale})`;
  return (
    <g class={`tone-${tone}`} transform={place}>
      <path class="st-outline" d={outline} />
    </g>
  );
}

interface LaidProps {
  readonly place: LaidStone;
  readonly above: LaidStone | undefined;
  readonly isNewest: boolean;
}

function Laid({ place, above, isNewest }: LaidProps) {
  return (
    <>
      <g class={`laid tone-${place.stone.tone}${isNewest ? ' newest' : ''}`}>
        <g transform={transformOf(place)}>
          <StoneShapes stone={place.stone} />
        </g>
      </g>
      {above && <Touch above={above} />}
    </>
  );
}

function transformOf({ x, y, tilt, scale, stone: { width, height } }: LaidStone): string {
  const degrees = Math.round(((tilt * 180) / Math.PI) * 100) / 100;
  return [
    `translate(${tenths(x)} ${tenths(y)})`,
    `rotate(${degrees})`,
    `scale(${scale})`,
    `translate(${tenths(-width / 2)} ${tenths(-height / 2)})`,
  ].join(' ');
}

// Where two stones meet it is dark: a thin lens on the lower one.
function Touch({ above: { x, y, touch, contour } }: { above: LaidStone }) {
  return (
    <ellipse
      class="st-touch"
      cx={tenths(between(touch ?? x, x, 0.35))}
      cy={tenths(y + contour.lowest - 1)}
      rx={tenths(contour.reach * 0.46)}
      ry="2.4"
    />
  );
}
