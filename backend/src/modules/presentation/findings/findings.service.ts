import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/access/actor';
import { CreditTermsService } from '../../financials/letter-of-credit/credit-terms.service';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { seesOrder } from '../../orders/order-scope';
import { amendmentRequest, arrivalFindings } from './arrival';
import type { Finding } from './finding';
import { isOpen, judged, type Judged } from '../waivers/waivers';
import { WaiversService } from '../waivers/waivers.service';
import { factsOf, FindingsRepository } from './findings.repository';

export interface FindingsOfCredit {
  findings: Judged<Finding>[];
  request: string | null;
}

/** An LC as it stands, held against its PIs, the lines of its orders, and their plans. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly terms: CreditTermsService,
    private readonly findings: FindingsRepository,
    private readonly waivers: WaiversService,
  ) {}

  /** Four statements: the three of the terms, and what they are held against. @throws ResourceNotFound 404 */
  async onArrival(id: string, actor: Actor): Promise<FindingsOfCredit> {
    const { terms } = await this.terms.get(id, actor);
    const { covered, waivers } = await this.findings.heldAgainst(id);
    const facts = factsOf(covered, (order) => seesOrder(order, actor, 'letter_of_credit.read'));
    const findings = judged(arrivalFindings(terms, facts), waivers);
    return { findings, request: amendmentRequest(terms, findings.filter(isOpen)) };
  }

  /** Of an LC that the caller has locked, with all the orders on it, whoever's they are. */
  async ofHouse(id: string, terms: CreditTerms): Promise<Judged<Finding>[]> {
    const { covered, waivers } = await this.findings.heldAgainst(id);
    return judged(
      arrivalFindings(
        terms,
        factsOf(covered, () => true),
      ),
      waivers,
    );
  }

  /** Lets a finding stand. @throws ResourceNotFound 404, NoSuchFinding 409, AlreadyWaived 409 */
  async waive(id: string, asked: { key: string; reason: string }, actor: Actor): Promise<FindingsOfCredit> {
    await this.waivers.waive(id, asked, async () => (await this.onArrival(id, actor)).findings, actor);
    return this.onArrival(id, actor);
  }
}
