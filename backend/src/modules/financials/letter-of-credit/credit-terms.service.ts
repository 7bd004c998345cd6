import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/access/actor';
import { refuseFraction } from '../amounts';
import { LetterOfCreditAmendment } from './amendment/amendment.entity';
import { CreditChanges, mayConfirm } from './credit-changes';
import { LetterOfCreditTerms } from './credit-terms.entity';
import { CreditTermsRepository } from './credit-terms.repository';
import type { UpdateCreditTermsDto } from './credit-terms.dto';
import { amendedBy, changesOf, type TermChange } from './effective-terms';
import { LetterOfCredit } from './letter-of-credit.entity';
import { NoSuchMessage } from './letter-of-credit.errors';
import { LetterOfCreditTermsChanged, LetterOfCreditTermsRead } from './letter-of-credit.events';
import { LettersOfCreditRepository } from './letters-of-credit.repository';
import { columnsOf, standingTerms } from './standing-terms';
import { readCredit, wantedOf, type CreditReading } from './swift/mt700';
import { readAmendment, type AmendmentReading } from './swift/mt707';
import { readMessage } from './swift/swift-message';
import { NO_TERMS, type CreditTerms, type TermItem } from './terms';
import { termText } from './terms.dto';

/** An LC's terms as they stand, and the way there. */
export interface TermsOfCredit {
  credit: LetterOfCredit;
  terms: CreditTerms;
  sourceText: string | null;
  amendments: { amendment: LetterOfCreditAmendment; changes: TermChange[]; unplaced: string[] }[];
}

export type SwiftReading =
  | { kind: 'letter_of_credit'; reading: CreditReading; credit: LetterOfCredit | null }
  | {
      kind: 'amendment';
      reading: AmendmentReading;
      credit: LetterOfCredit | null;
      changes: TermChange[];
      unplaced: string[];
    };

@Injectable()
export class CreditTermsService {
  constructor(
    private readonly credits: LettersOfCreditRepository,
    private readonly stored: CreditTermsRepository,
    private readonly changes: CreditChanges,
  ) {}

  /** Three statements: the LC, its terms, its amendments. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<TermsOfCredit> {
    return this.of(await this.credits.get(id, actor));
  }

  /** For what the house reckons itself, whoever's the LC is. Null where it is gone. */
  async find(id: string): Promise<CreditTerms | null> {
    const credit = await this.credits.find(id);
    return credit && (await this.of(credit)).terms;
  }

  /** The same, locked. */
  async lock(id: string): Promise<CreditTerms | null> {
    const credit = await this.credits.lock(id);
    return credit && (await this.of(credit)).terms;
  }

  /** Of an LC at hand. */
  async of(credit: LetterOfCredit): Promise<TermsOfCredit> {
    const row = await this.stored.find(credit.id);
    const amendments = await this.stored.amendments(credit.id);
    return { credit, ...laidOver(credit, row, amendments) };
  }

  /** What a text says, with the LC of its number where the actor has it. Nothing is kept. */
  async read(text: string, actor: Actor): Promise<SwiftReading> {
    if (readMessage(text).type === '707') {
      const reading = readAmendment(text);
      const credit = await this.matching(reading.references, actor);
      const against = credit ? (await this.of(credit)).terms : null;
      const { changes, unplaced } = against ? amendedBy(against, reading.terms) : { changes: [], unplaced: [] };
      return { kind: 'amendment', reading, credit, changes, unplaced };
    }
    const reading = readCredit(text);
    const { lcNumber } = reading.terms;
    return { kind: 'letter_of_credit', reading, credit: await this.matching(lcNumber ? [lcNumber] : [], actor) };
  }

  /**
   * Reads the bank's text into an LC: it takes the place of what was typed, and of an earlier text. Amendments stay.
   * @throws ResourceNotFound 404, ConfirmedByManager 403, NoLongerValid 409, NoSuchMessage 400, StaleVersion 412, FractionOfCurrency 422
   */
  pasteText(id: string, text: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditTermsRead, async (credit) => {
      credit.refuseChange(mayConfirm(actor));
      const { terms } = readIssued(text);
      const amendments = (await this.stored.amendments(id)).filter(({ status }) => status === 'accepted');
      await this.stored.keep({ letterOfCreditId: id, sourceText: text, issued: terms });
      const standing = standingTerms({ ...credit, ...columnsOf(terms) } as LetterOfCredit, terms, []);
      const after = amendments.reduce((all, amendment) => amendedBy(all, amendment.terms).terms, standing);
      Object.assign(credit, columnsOf(after));
      refuseFraction(credit);
      return {};
    });
  }

  /** Keeps what a new LC was read from; what its recorder corrected stands on the LC itself. @throws NoSuchMessage 400 */
  async keepText(credit: LetterOfCredit, text: string): Promise<void> {
    await this.stored.keep({ letterOfCreditId: credit.id, sourceText: text, issued: readIssued(text).terms });
  }

  /**
   * Changes terms by hand: only what is sent. What is typed has no source any more.
   * @throws ResourceNotFound 404, ConfirmedByManager 403, NoLongerValid 409, StaleVersion 412
   */
  update(id: string, body: UpdateCreditTermsDto, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditTermsChanged, async (credit) => {
      credit.refuseChange(mayConfirm(actor));
      const row = await this.stored.find(id);
      const before = row?.issued ?? NO_TERMS;
      const after: CreditTerms = { ...before, ...typed(body, before), sources: { ...before.sources } };
      const changed = changesOf(before, after);
      if (!changed.length) return null;
      for (const { key } of changed) delete after.sources[key];
      await this.stored.keep({ letterOfCreditId: id, sourceText: row?.sourceText ?? null, issued: after });
      return {
        before: Object.fromEntries(changed.map(({ key, before: was }) => [key, termText(was)])),
        after: Object.fromEntries(changed.map(({ key, after: is }) => [key, termText(is)])),
      };
    });
  }

  private matching(numbers: string[], actor: Actor): Promise<LetterOfCredit | null> {
    return numbers.length ? this.credits.findByNumber(numbers, actor) : Promise.resolve(null);
  }
}

/** What each amendment changed; of one that is not accepted, what it would change. */
function laidOver(
  credit: LetterOfCredit,
  row: LetterOfCreditTerms | null,
  all: LetterOfCreditAmendment[],
): Omit<TermsOfCredit, 'credit'> {
  const accepted = all.filter(({ status }) => status === 'accepted').map(({ terms }) => terms);
  const terms = standingTerms(credit, row?.issued ?? null, accepted);
  const amendments = all.map((amendment) => {
    const { changes, unplaced } = amendment.applied ?? amendedBy(terms, amendment.terms);
    return { amendment, changes, unplaced };
  });
  return { terms, sourceText: row?.sourceText ?? null, amendments };
}

/** @throws NoSuchMessage 400 for a text without a number, amount and expiry, which is no LC */
function readIssued(text: string): CreditReading {
  const reading = readCredit(text);
  const { lcNumber, amount, expiryDate } = reading.terms;
  if (!lcNumber && !amount && !expiryDate) throw new NoSuchMessage('LC (MT700)');
  return reading;
}

/** What was sent, as terms: a text that stands for an item list is taken apart at its lines. */
function typed(body: UpdateCreditTermsDto, before: CreditTerms): Partial<CreditTerms> {
  const { goods, documents, conditions, quantities, tenor, incoterm, applicant, beneficiary, ...plain } = body;
  return {
    ...plain,
    ...(goods ? { goods: itemsFrom(goods, before.goods) } : {}),
    ...(conditions ? { conditions: itemsFrom(conditions, before.conditions) } : {}),
    ...(documents ? { documents: itemsFrom(documents, before.documents).map(wantedOf) } : {}),
    ...(quantities ? { quantities: quantities.map(({ quantity, unit }) => ({ quantity, unit, about: false })) } : {}),
    ...(tenor === undefined ? {} : { tenor, tenorText: tenor && termText(tenor) }),
    ...(incoterm === undefined ? {} : { incoterm }),
    ...(applicant === undefined ? {} : { applicant }),
    ...(beneficiary === undefined ? {} : { beneficiary }),
  };
}

/** An item that stays as it was keeps the words it came from. */
const itemsFrom = (texts: readonly string[], before: readonly TermItem[]): TermItem[] =>
  texts.map((text) => before.find((item) => item.text === text.trim()) ?? { text: text.trim(), source: null });
