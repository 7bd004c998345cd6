import { RuleViolation } from '../../../platform/errors/domain-error';

/** What is packed goes, in the unit that it is packed in. */
export class LineIsPacked extends RuleViolation {
  readonly code = 'shipment.line_is_packed';

  constructor(labels: readonly string[]) {
    const sentence = `Take ${labels.join(', ')} out of the packing list first: it is packed there as it stood.`;
    super(sentence, { errors: { lines: [sentence] } });
  }
}
