import { ListOf, OneOf, Text, Whole } from '../../../platform/http/fields';
import { FINDING_RULES, SEVERITIES, type FindingRule, type Severity } from './finding';
import type { FindingsOfCredit } from './findings.service';

export class FindingDto {
  @OneOf(FINDING_RULES, { name: 'FindingRule' }) rule: FindingRule;
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
    const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
    return {
      ...{ findings, amendmentRequest: request },
      ...{ discrepancies: count('discrepancy'), risks: count('risk') },
    };
  }
}
