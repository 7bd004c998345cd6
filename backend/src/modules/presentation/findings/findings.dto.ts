import { Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { FINDING_RULES, SEVERITIES, type FindingRule, type Severity } from './finding';
import { PRESENTED_RULES, type PresentedRule } from '../preflight/facts';
import { countOf } from '../waivers/waivers';
import type { FindingsOfCredit } from './findings.service';

/** That a finding may stand, and why. */
export class WaiverDto {
  @Id() id: string;
  @Text({ max: 1000, example: 'The buyer confirmed by mail that the bank accepts it.' }) reason: string;
  @Text({ max: 255, nullable: true, example: 'Rina Akter' }) waivedBy: string | null;
  @Instant() waivedAt: string;
}

export class WaiveFindingDto {
  @Text({ max: 32, description: 'The `key` of the finding.', example: '5f0c6d3c6d1e4b0d9a7e2f1c3b5a4d6e' }) key: string;
  @Text({ max: 1000, example: 'The buyer confirmed by mail that the bank accepts it.' }) reason: string;
}

export class FindingDto {
  @Text({ max: 32, description: 'What it is known by, as long as both sides say the same.' }) key: string;
  @OneOf([...FINDING_RULES, ...PRESENTED_RULES], { name: 'FindingRule' }) rule: FindingRule | PresentedRule;
  @OneOf(SEVERITIES, {
    name: 'FindingSeverity',
    description: 'What a bank would refuse for, what may come to that, what is good to know.',
  })
  severity: Severity;
  @Text({ max: 100, example: 'art. 18(b), field 32B' }) article: string;
  @Text({ max: 20_000, description: "The LC's side, in its own words where they were read.", example: '261227' })
  credit: string;
  @Text({ max: 20_000, description: 'Our side.', example: 'ETD 28 Dec 2026' }) ours: string;
  @Text({ max: 4000, description: 'Whose words our side is.', example: 'PI-00023' }) from: string;
  @Text({ max: 8000, example: 'Goods that leave as agreed, on 28 Dec 2026, leave 1 day after the last day to ship.' })
  sentence: string;
  @Text({
    ...{ max: 20_000, nullable: true, example: 'Field 44C: latest date of shipment to read 28 Dec 2026.' },
    description: 'What to ask the applicant for.',
  })
  ask: string | null;
  @Nested(() => WaiverDto, { nullable: true, description: 'Set: it may stand, and is counted nowhere.' })
  waiver: WaiverDto | null;
}

export class CreditFindingsDto {
  @ListOf(() => FindingDto, { max: 10_000, description: 'The gravest first.' }) findings: FindingDto[];
  @Whole({ min: 0, max: 10_000 }) discrepancies: number;
  @Whole({ min: 0, max: 10_000 }) risks: number;
  @Text({
    ...{ max: 1_000_000, nullable: true },
    description: 'A letter that asks for the amendment; null where nothing is to be asked.',
  })
  amendmentRequest: string | null;

  static from({ findings, request }: FindingsOfCredit): CreditFindingsDto {
    return {
      ...{ findings, amendmentRequest: request },
      ...{ discrepancies: countOf(findings, 'discrepancy'), risks: countOf(findings, 'risk') },
    };
  }
}
