import { Injectable } from '@nestjs/common';

/** What the house says of itself at the head and the foot of its papers; null where nobody wrote it. */
export interface Letterhead {
  /** Name and address. */
  seller: string | null;
  bankName: string | null;
  bankAddress: string | null;
  bankBic: string | null;
  bankAccount: string | null;
  signatory: string | null;
}

/** Papers are written by several modules, and the settings stand in one: it registers here, on start, how they are read. */
@Injectable()
export class Letterheads {
  private read: (() => Promise<Letterhead>) | null = null;

  register(read: () => Promise<Letterhead>): void {
    this.read = read;
  }

  async get(): Promise<Letterhead> {
    return (await this.read?.()) ?? NOTHING_SAID;
  }
}

const NOTHING_SAID: Letterhead = {
  ...{ seller: null, bankName: null, bankAddress: null, bankBic: null, bankAccount: null, signatory: null },
};
