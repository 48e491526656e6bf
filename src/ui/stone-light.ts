import { closedCurve, curvePath } from './closed-curve';
import { between, type Point, pointText } from './point';
import { drawn, type RandomStream } from './random-stream';
import { STONE_WIDTH, type StoneBody } from './stone-body';

/**
 * The lit side as an SVG path: it shares the edge towards the light, which falls from the upper left, and draws
 * back from it on the far side, mostly upwards. What it leaves uncovered is a crescent of shade.
 */
export function litSide(body: StoneBody, random: RandomStream): string {
  const shadeAt = drawn(random, 0.85, 1.2);
  const depth = drawn(random, 0.44, 0.62);
  const [middleX, middleY] = body.centre;

  const drawnBack = ([edgeX, edgeY]: Point): Point => {
    const x = edgeX - middleX;
    const y = edgeY - middleY;
    const facing = Math.cos(Math.atan2((y * STONE_WIDTH) / body.height, x) - shadeAt);
    const far = easedStep((facing + 0.4) / 1.4);
    return [edgeX - x * far * depth * 0.26, edgeY - y * far * depth];
  };
  return curvePath(closedCurve(body.edge.filter((_, i) => i % 4 === 0).map(drawnBack)));
}

/** A thin light along the upper shoulder, as an SVG path. */
export function shoulderGlow(body: StoneBody, random: RandomStream): string {
  const from = Math.PI * drawn(random, 1.1, 1.18);
  const to = Math.PI * drawn(random, 1.46, 1.62);
  const [middleX, middleY] = body.centre;
  const steps = Array.from({ length: 9 }, (_, i) => i / 8);

  const inset = (step: number, share: number): Point => {
    const [x, y] = body.at(between(from, to, step));
    return [between(x, middleX, share), between(y, middleY, share)];
  };
  const outer = steps.map(step => inset(step, 0.09));
  const inner = steps.map(step => inset(step, 0.09 + 0.085 * Math.sin(Math.PI * step))).reverse();
  return `M${[...outer, ...inner].map(pointText).join('L')}Z`;
}

// 0 up to 0, 1 from 1 on, and no corner on the way.
function easedStep(value: number): number {
  const t = Math.max(0, Math.min(1, value));
  return t * t * (3 - 2 * t);
}
