import { RuleViolation } from '../../../platform/errors/domain-error';

export class PaperWithoutTitle extends RuleViolation {
  readonly code = 'shipment_paper.without_title';

  constructor(field: string) {
    const sentence = 'Say what this paper is called.';
    super(sentence, { errors: { [field]: [sentence] } });
  }
}
