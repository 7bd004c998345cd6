import { RuleViolation } from '../../../platform/errors/domain-error';

/** Packages that were put in a box are not left without one unnoticed. */
export class ContainerIsPacked extends RuleViolation {
  readonly code = 'shipment.container_is_packed';

  constructor(containerNumbers: readonly string[]) {
    const sentence = `The packing list has packages in ${containerNumbers.join(', ')}: say there first where they go.`;
    super(sentence, { errors: { containers: [sentence] } });
  }
}

/** What is packed goes, in the unit that it is packed in. */
export class LineIsPacked extends RuleViolation {
  readonly code = 'shipment.line_is_packed';

  constructor(labels: readonly string[]) {
    const sentence = `Take ${labels.join(', ')} out of the packing list first: it is packed there as it stood.`;
    super(sentence, { errors: { lines: [sentence] } });
  }
}
