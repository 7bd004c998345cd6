import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/access/actor';
import { CreditTermsService } from '../../financials/letter-of-credit/credit-terms.service';
import { seesOrder } from '../../orders/order-scope';
import { amendmentRequest, arrivalFindings } from './arrival';
import type { Finding } from './finding';
import { factsOf, FindingsRepository } from './findings.repository';

export interface FindingsOfCredit {
  findings: Finding[];
  request: string | null;
}

/** An LC as it stands, held against its PIs, the lines of its orders, and their plans. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly terms: CreditTermsService,
    private readonly findings: FindingsRepository,
  ) {}

  /** Four statements: the three of the terms, and what they are held against. @throws ResourceNotFound 404 */
  async onArrival(id: string, actor: Actor): Promise<FindingsOfCredit> {
    const { terms } = await this.terms.get(id, actor);
    const covered = await this.findings.covered(id);
    const facts = factsOf(covered, (order) => seesOrder(order, actor, 'letter_of_credit.read'));
    const findings = arrivalFindings(terms, facts);
    return { findings, request: amendmentRequest(terms, findings) };
  }
}
