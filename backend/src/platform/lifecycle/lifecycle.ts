import { Conflict } from '../errors/domain-error';

export class IllegalTransition extends Conflict {
  readonly code = 'lifecycle.illegal_transition';

  constructor(what: string, from: string, to: string, allowed: readonly string[]) {
    const words = (status: string) => status.replaceAll('_', ' ');
    const next = allowed.length ? `It can become ${allowed.map(words).join(' or ')}.` : 'It can no longer change.';
    const no = `This ${what} is ${words(from)} and cannot become ${words(to)}. ${next}`;
    super(from === to ? `This ${what} is already ${words(to)}.` : no, {
      currentStatus: from,
      nextStatuses: [...allowed],
    });
  }
}

/** A state machine as a table: each status with those that may follow it. Read by the API, the SPA and the tests. */
export class Lifecycle<Status extends string> {
  constructor(
    readonly what: string,
    readonly table: Readonly<Record<Status, readonly Status[]>>,
  ) {}

  get statuses(): Status[] {
    return Object.keys(this.table) as Status[];
  }

  nextOf(status: Status): readonly Status[] {
    return this.table[status];
  }

  /** @returns `to` @throws IllegalTransition 409, naming what is allowed instead */
  step(from: Status, to: Status): Status {
    if (!this.table[from].includes(to)) throw new IllegalTransition(this.what, from, to, this.table[from]);
    return to;
  }
}
