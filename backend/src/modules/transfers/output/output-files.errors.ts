import { RuleViolation } from '../../../platform/errors/domain-error';

/** 422: no sheet of the file says what to enter. */
export class OutputWithoutHeadings extends RuleViolation {
  readonly code = 'output_file.no_headings';

  constructor() {
    super(
      'No sheet has headings for output. One row needs Day, Order no., and either Stage and Quantity or a column for each stage (Knitted, Dyed, Finished …); Style, Colour, Unit, Shift and Notes where they are needed.',
    );
  }
}

/** 422: nothing is entered while a cell is wrong. */
export class OutputFileFaulty extends RuleViolation {
  readonly code = 'output_file.faulty';

  constructor(faults: readonly { cell: string; sentence: string }[]) {
    const [first] = faults;
    super(
      `${faults.length} cells are wrong. Nothing was entered. ${first ? `${first.cell}: ${first.sentence}` : ''}`.trim(),
      {
        faults,
      },
    );
  }
}
