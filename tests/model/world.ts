import { createDispatcher, type Dispatcher } from '../../src/background/dispatcher';
import type { Occasion } from '../../src/background/shown';
import type { Session } from '../../src/browser/session';
import type { Presence } from '../../src/domain/observation';
import { BEAT, REVIVAL } from '../../src/domain/rhythm';
import { instant, MINUTE, SECOND } from '../../src/domain/time';
import type { ModelStore } from './memory-store';
import { type Happening, type KillStage, type Schedule, TICK } from './schedule';
import type { Tick } from './stopwatch';

/** How long a worker lives with nothing to do. */
const IDLE_DEATH = 30 * SECOND;
const NEW_SESSION: Session = { isNew: true, glimpses: [], idleSeconds: null, order: 0 };
const HARDLY_EVER = 4 * 3600 * SECOND;

interface Worker {
  dispatcher: Dispatcher;
  run: string;
  bornAt: number;
  isDead: boolean;
  beatDue: number | null;
  /** When it last had something to do. */
  busyAt: number;
  die: () => void;
  died: Promise<void>;
}

/** What cannot be known, by the product's own word: how much time may be missing or too much, in milliseconds. */
export interface Allowance {
  missing: number;
  tooMuch: number;
}

/**
 * A computer with a browser, somebody before it, and the built background in it, all but the worker's own code a
 * model: it plays a schedule tick by tick, and writes down what was true.
 */
export class World {
  readonly ticks: Tick[] = [];
  readonly allowance: Allowance = { missing: 0, tooMuch: 0 };
  /** What must never be so, if it was. */
  readonly broken: string[] = [];
  /** Whether labels (days, hours) are known to be off for up to a beat: a clock or zone changed under a visit. */
  isRelabelled = false;
  t = 0;

  private readonly startWall: number;
  private clockShift = 0;
  private awake = 0;
  private zone: string;
  private span = 0;

  private isOn = true;
  private isLocked = false;
  private isTouching = true;
  private touchedAt = 0;
  private readonly windows: (number | null)[] = [null, null];
  private readonly sounds = [false, false];
  private focus: number | null = 0;
  private readonly refused = new Set<number>();

  private worker: Worker | null = null;
  private runs = 0;
  private killAt: KillStage | null = null;
  private session: Session = NEW_SESSION;
  private idleInterval = HARDLY_EVER;
  private told: Presence = 'active';
  private alarm: { due: number; late: number } | null = null;
  private missAlarm = false;
  private missed = 0;

  private taken = { t: 0, awake: 0, wall: 0, run: '' };
  private slept = false;
  private shifted = 0;
  private isDisturbed = false;

  constructor(
    private readonly schedule: Schedule,
    private readonly sites: readonly string[],
    private readonly store: ModelStore,
  ) {
    this.zone = schedule.zone;
    this.startWall = Temporal.PlainDateTime.from(schedule.start).toZonedDateTime(this.zone).epochMilliseconds;
  }

  async play(): Promise<void> {
    await this.tell('started');
    for (const { after, happening } of this.schedule.happenings) {
      await this.pass(after);
      await this.happen(happening);
    }
    this.killAt = null;
    this.focus = null;
    await this.tell('moved');
    await this.tell('moved');
  }

  private get wall(): number {
    return this.startWall + this.t + this.clockShift;
  }

  private get steady(): number {
    return this.schedule.ticksAsleep ? this.t : this.awake;
  }

  private get site(): string | null {
    if (!this.isOn || this.focus === null) return null;
    const site = this.windows[this.focus];
    return site === null || site === undefined || this.refused.has(site) ? null : (this.sites[site] ?? null);
  }

  private get isAudible(): boolean {
    return this.focus !== null && this.sounds[this.focus] === true;
  }

  private presence(after: number): Presence {
    if (this.isLocked) return 'locked';
    return this.steady - this.touchedAt >= after ? 'idle' : 'active';
  }

  // Time

  private async pass(length: number): Promise<void> {
    for (const end = this.t + length; this.t < end; ) {
      this.record();
      this.t += TICK;
      this.awake += TICK;
      if (this.isTouching) this.touchedAt = this.steady;
      await this.fallDue();
    }
  }

  private record(): void {
    const site = this.isLocked ? null : this.site;
    if (site === null) return;
    this.ticks.push({
      t: this.t,
      wall: this.wall,
      zone: this.zone,
      site,
      touched: this.isTouching,
      untouchedFor: this.steady - this.touchedAt,
      sound: this.isAudible,
      span: this.span,
    });
    if (this.worker === null && this.alarm === null && this.presence(this.idleInterval) === 'active') {
      this.broken.push(`at ${this.t} nobody would ever wake the worker`);
    }
  }

  private async fallDue(): Promise<void> {
    const late = this.schedule.idleNoticedLate;
    const presence = this.presence(this.idleInterval);
    const isNoticed = presence !== 'idle' || late === 0 || this.t % late === 0;
    if (this.isOn && presence !== this.told && isNoticed) {
      this.told = presence;
      await this.tell('moved');
    }
    await this.ring();
    const { worker } = this;
    if (!worker) return;
    if (worker.beatDue !== null && this.t >= worker.beatDue) await this.run(worker, 'beat');
    else if (worker.beatDue === null && this.t - worker.busyAt >= IDLE_DEATH) this.kill();
  }

  private async ring(): Promise<void> {
    if (!this.alarm || !this.isOn || this.t < this.alarm.due + this.alarm.late) return;
    this.alarm = { due: this.alarm.due + REVIVAL, late: 0 };
    if (this.missAlarm) {
      this.missAlarm = false;
      this.missed++;
      return;
    }
    await this.tell('moved');
  }

  // What happens

  private async happen(happening: Happening): Promise<void> {
    switch (happening.what) {
      case 'address':
        if (this.windows[happening.window] === happening.site) return;
        return this.change(() => {
          this.windows[happening.window] = happening.site;
          this.sounds[happening.window] = false;
        });
      case 'focus':
        if (this.focus === happening.window) return;
        return this.change(() => {
          this.focus = happening.window;
        });
      case 'still':
        this.isTouching = false;
        this.doubt();
        return;
      case 'touch':
        return this.touch();
      case 'lock':
        this.excuse();
        this.isLocked = true;
        this.isTouching = false;
        this.span++;
        return this.fallDue();
      case 'unlock':
        if (!this.isLocked) return;
        this.isLocked = false;
        return this.touch();
      case 'sound':
        if (this.sounds[happening.window] === happening.on) return;
        // Sound of no length is none.
        await this.pass(TICK);
        this.sounds[happening.window] = happening.on;
        return this.tell('moved');
      case 'permission':
        return this.change(() => {
          if (happening.granted) this.refused.delete(happening.site);
          else this.refused.add(happening.site);
        }, 'scheduled');
      case 'sleep':
        return this.sleep(happening.length, happening.touched, happening.killed);
      case 'kill':
        if (happening.stage === 'now') this.kill();
        else this.killAt = happening.stage;
        return;
      case 'late-alarm':
        if (this.alarm) this.alarm = { ...this.alarm, late: happening.by };
        return;
      case 'missing-alarm':
        this.missAlarm = this.alarm !== null;
        return;
      case 'crash':
        return this.crash(happening.off);
      case 'set-clock':
        this.clockShift += happening.by;
        this.shifted += happening.by;
        // No run of the worker is there, or will be, to know it from time that passed.
        if (this.worker === null || this.killAt !== null) {
          this.allowance.missing += Math.abs(happening.by);
          if (happening.by <= 75 * SECOND) this.allowance.tooMuch += Math.abs(happening.by);
        }
        // Like a sleep, as far as anybody can tell.
        if (happening.by >= MINUTE) this.span++;
        this.disturb();
        return;
      case 'travel':
        if (this.zone === happening.zone) return;
        this.zone = happening.zone;
        this.disturb();
        return;
      case 'repeat':
        await Promise.all(Array.from({ length: happening.times }, () => this.tell('moved')));
        return;
      case 'ask':
        return this.ask();
    }
  }

  private async change(make: () => void, occasion: Occasion = 'moved'): Promise<void> {
    const before = this.site;
    make();
    if (this.site !== before) this.span++;
    await this.tell(occasion);
  }

  private async touch(): Promise<void> {
    if (this.isLocked) return;
    this.excuse();
    this.isTouching = true;
    this.touchedAt = this.steady;
    await this.fallDue();
  }

  /**
   * Somebody comes back, or locks the screen, before the browser has noticed that nobody was there. It has nothing to
   * tell; the next beat has, or the alarm should there be none; or nobody ever has.
   */
  private excuse(): void {
    // A worker killed at the wrong line has not even told it to notice.
    const { idleSeconds } = this.schedule;
    const interval = this.worker === null ? idleSeconds * SECOND : this.idleInterval;
    if (this.told !== 'active' || this.presence(interval) !== 'idle') return;
    // The alarm may be late, and one may never come.
    this.allowance.missing += 2 * REVIVAL + 15 * SECOND;
    this.allowance.tooMuch += this.steady - this.touchedAt;
  }

  /**
   * Nobody is told of these; the next look finds them, and a new visit begins. Until then the old one goes by the old
   * clock; who then turns out to have been gone since before had been there to the end of the old one.
   */
  private disturb(): void {
    this.isDisturbed = true;
    this.isRelabelled = true;
    this.doubt();
  }

  private doubt(): void {
    if (!this.isDisturbed || this.isTouching) return;
    const doubtful = this.schedule.idleSeconds * SECOND + BEAT + TICK;
    this.allowance.missing += doubtful;
    this.allowance.tooMuch += doubtful;
  }

  private async sleep(length: number, touched: boolean, killed: boolean): Promise<void> {
    this.excuse();
    this.t += length;
    this.span++;
    this.slept = true;
    this.disturb();
    if (killed) this.kill();
    if (touched) {
      this.touchedAt = this.steady;
      if (!this.isLocked) this.isTouching = true;
    } else {
      this.isTouching = false;
    }
    await this.fallDue();
  }

  private async crash(off: number): Promise<void> {
    if (!this.isOn) return;
    this.excuse();
    const isBeating = this.worker !== null && this.worker.beatDue !== null;
    // What a killed worker had seen is lost with the browser, be it the end of a visit, or that nobody had been there.
    const isUntold = this.session.glimpses.length > 0;
    const lost = this.site === null && !isUntold ? 0 : this.t - this.taken.t;
    if (isBeating && lost > BEAT) this.broken.push(`no beat for ${lost} ms before the crash at ${this.t}`);
    this.allowance.missing += lost;
    if (isUntold) this.allowance.tooMuch += this.schedule.idleSeconds * SECOND;
    this.kill();
    this.isOn = false;
    this.alarm = null;
    this.session = NEW_SESSION;
    this.idleInterval = 60 * SECOND;
    this.told = 'active';
    this.span++;
    await this.pass(off);
    this.isOn = true;
    this.taken = { t: this.t, awake: this.awake, wall: this.wall, run: '' };
    this.settle();
    await this.tell('scheduled');
  }

  // The worker

  private kill(): void {
    if (!this.worker) return;
    this.worker.isDead = true;
    this.worker.die();
    this.worker = null;
    this.missed = 0;
  }

  /** An event of the browser, which starts the worker where there is none. */
  private async tell(occasion: Occasion): Promise<void> {
    if (!this.isOn) return;
    if (this.worker) return this.run(this.worker, occasion);
    const worker = this.born();
    this.worker = worker;
    await Promise.all([this.run(worker, 'started'), this.run(worker, occasion)]);
  }

  private async ask(): Promise<void> {
    if (!this.isOn) return;
    const worker = this.worker ?? this.born();
    this.worker = worker;
    await Promise.race([worker.dispatcher.inquire(async () => undefined), worker.died]);
  }

  private async run(worker: Worker, occasion: Occasion): Promise<void> {
    worker.busyAt = this.t;
    await Promise.race([worker.dispatcher.look(occasion), worker.died]);
  }

  private born(): Worker {
    const run = `run-${++this.runs}`;
    let die = () => {};
    const died = new Promise<void>(done => {
      die = done;
    });
    const worker: Worker = {
      run,
      bornAt: this.steady,
      isDead: false,
      beatDue: null,
      busyAt: this.t,
      die,
      died,
      dispatcher: createDispatcher(this.surroundOf(run, () => worker)),
    };
    return worker;
  }

  private surroundOf(run: string, self: () => Worker): Parameters<typeof createDispatcher>[0] {
    /** Nothing that a dead worker does has any effect. */
    const alive = async (stage?: KillStage): Promise<void> => {
      if (stage !== undefined && this.killAt === stage && !self().isDead) {
        this.killAt = null;
        // What an event of idleness had to tell that was killed is known as well as the browser had noticed it.
        this.allowance.missing += this.schedule.idleNoticedLate;
        this.allowance.tooMuch += this.schedule.idleNoticedLate;
        this.kill();
      }
      if (self().isDead) await new Promise(() => {});
    };
    return {
      now: () => ({ at: instant(this.wall), zone: this.zone }),
      uptime: () => this.steady - self().bornAt,
      run,
      store: {
        load: async () => {
          await alive('before-load');
          return this.store.load();
        },
        commit: async (...args) => {
          await alive('before-commit');
          await this.store.commit(...args);
          const [, next] = args;
          // Not so for what an earlier run had seen.
          if (next.tracker.seen?.run === self().run) this.take(self());
          await alive('after-commit');
        },
        merge: this.store.merge,
        erase: this.store.erase,
      },
      session: {
        read: async () => {
          await alive();
          return this.session;
        },
        mark: async () => {
          await alive();
          this.session = { ...this.session, isNew: false };
        },
        secure: secured => {
          if (self().isDead) return;
          this.session = { ...this.session, ...secured };
          if (secured.glimpses.some(({ address }) => address !== null)) {
            this.alarm = { due: this.t + REVIVAL, late: 0 };
          }
        },
      },
      inFront: async () => {
        await alive();
        return {
          address: this.site && `https://${this.site}/`,
          audible: this.isAudible,
          linger: 0,
          tabId: null,
          behind: null,
        };
      },
      presence: async seconds => {
        await alive();
        return this.presence(seconds * SECOND);
      },
      idleTime: async () => {
        await alive();
        return this.steady - this.touchedAt;
      },
      foresee: () => undefined,
      show: async ({ watched }) => {
        await alive('before-show');
        if (watched) {
          self().beatDue = watched.again ? this.t + BEAT : null;
          if (!watched.again) this.alarm = null;
          else this.alarm ??= { due: this.t + REVIVAL, late: 0 };
        }
        this.take(self());
        this.settle();
      },
      watchFor: (listed, seconds) => {
        if (!self().isDead) this.idleInterval = listed ? seconds * SECOND : HARDLY_EVER;
      },
    };
  }

  /** A look has been taken in: what came since the one before, and what of it nobody could know? */
  private take(worker: Worker): void {
    const since = this.t - this.taken.t;
    const silence = this.wall - this.taken.wall;
    const isOther = worker.run !== this.taken.run;
    if (this.isDisturbed) {
      if (isOther) {
        this.allowance.missing += since;
        const awake = this.awake - this.taken.awake;
        if (silence >= 0 && silence <= 75 * SECOND) this.allowance.tooMuch += Math.max(0, silence - awake);
      } else if (this.slept && this.schedule.ticksAsleep) {
        this.allowance.missing += BEAT + TICK;
      } else if (Math.abs(this.shifted) <= SECOND) {
        this.allowance.missing += Math.abs(this.shifted);
        this.allowance.tooMuch += Math.abs(this.shifted);
      }
    } else if (isOther && silence > 75 * SECOND && this.missed >= 2) {
      this.allowance.missing += since;
    }
    this.taken = { t: this.t, awake: this.awake, wall: this.wall, run: worker.run };
    this.missed = 0;
  }

  private settle(): void {
    this.isDisturbed = false;
    this.slept = false;
    this.shifted = 0;
  }
}
