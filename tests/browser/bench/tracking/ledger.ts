/** What really had attention, by the test's own clock. */
export interface Ledger {
  /** From now, or from `at`, this site has attention; null for none. */
  attend(site: string | null, at?: number): void;
  truths(): Truth[];
  /** Each unbroken span of attention, oldest first. */
  stretches(): Stretch[];
  /** How often attention moved, in all: from one site to another is one switch. */
  switches(): number;
}

/** How long one site had attention in all, in seconds, and how often that began or ended. */
export interface Truth {
  readonly site: string;
  readonly seconds: number;
  readonly switches: number;
}

/** Milliseconds since 1970. */
export interface Stretch {
  readonly site: string;
  readonly from: number;
  readonly to: number;
}

export function openLedger(): Ledger {
  const sums = new Map<string, Truth>();
  const stretches: Stretch[] = [];
  let switches = 0;
  let current: { readonly site: string | null; readonly from: number } = { site: null, from: 0 };

  const raise = (site: string | null, seconds: number) => {
    if (site === null) return;
    const sum = sums.get(site) ?? { site, seconds: 0, switches: 0 };
    sums.set(site, { site, seconds: sum.seconds + seconds, switches: sum.switches + 1 });
  };

  return {
    attend(site, at = Date.now()) {
      if (current.site !== null) stretches.push({ site: current.site, from: current.from, to: at });
      raise(current.site, (at - current.from) / 1000);
      raise(site, 0);
      if (site !== current.site) switches++;
      current = { site, from: at };
    },
    truths: () => [...sums.values()],
    stretches: () => stretches,
    switches: () => switches,
  };
}
