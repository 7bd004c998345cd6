import { InvalidInput } from '../../../platform/errors/domain-error';
import type { PaymentMethod, TenorStart } from './terms';

const METHOD_WORDS: Readonly<Record<PaymentMethod, string>> = { tt: 'TT', dp: 'D/P', da: 'D/A', lc: 'an LC' };

export class TenorUnfit extends InvalidInput {
  override readonly code = 'receivable.tenor_unfit';

  constructor(method: PaymentMethod, starts: readonly TenorStart[]) {
    super({ tenorFrom: [`The days of ${METHOD_WORDS[method]} count from: ${starts.join(', ')}.`] });
  }
}

/** What a bank said of documents under an LC, said beside their drawing. */
export class SaidOfDrawing extends InvalidInput {
  override readonly code = 'receivable.said_of_drawing';

  constructor(fields: readonly string[]) {
    const sentence = 'Under an LC this is said of the drawing, on the page of the LC.';
    super(Object.fromEntries(fields.map((field) => [field, [sentence]])));
  }
}
