import { Conflict, RuleViolation, Unavailable } from '../../errors/domain-error';

/** The scanner has not answered yet. */
export class FileBeingScanned extends Conflict {
  readonly code = 'file.being_scanned';

  constructor() {
    super('This file is being checked for viruses. It can be opened in a moment.');
  }
}

/** The scanner is away: what nobody has looked at is not handed on. */
export class FileNotScanned extends Unavailable {
  readonly code = 'file.not_scanned';

  constructor() {
    super('This file cannot be checked for viruses just now, so it is not opened. Try again in a few minutes.');
  }
}

/** A virus was found: its bytes stay where they are until the file is deleted. */
export class FileHeld extends Conflict {
  readonly code = 'file.held';

  /** @param threat as the scanner calls it */
  constructor(threat: string) {
    super(
      `A virus was found in this file (${threat}), so it is held: nobody can open it. Delete it, and ask for a clean one.`,
      { threat },
    );
  }
}

/** A virus was found in what was sent to be read at once: nothing of it was taken in. */
export class FileInfected extends RuleViolation {
  readonly code = 'file.infected';

  constructor(threat: string) {
    super(
      `A virus was found in this file (${threat}). Nothing of it was read or kept: ask its sender for a clean one.`,
      {
        threat,
      },
    );
  }
}

/** Why a file that is there cannot be read, for the contract of an operation that hands one out. */
export const refusalsOfReading = () => [new FileBeingScanned(), new FileHeld('Eicar-Signature'), new FileNotScanned()];
