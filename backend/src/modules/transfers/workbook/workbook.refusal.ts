import { RuleViolation } from '../../../platform/errors/domain-error';

/** Why a file is not taken at all. The codes are stable: screens and integrators decide by them. */
export type WorkbookRefusalCode =
  | 'workbook.empty'
  | 'workbook.too_large'
  | 'workbook.not_a_spreadsheet'
  | 'workbook.unsupported_type'
  | 'workbook.wrong_extension'
  | 'workbook.password_protected'
  | 'workbook.corrupt'
  | 'workbook.zip_bomb'
  | 'workbook.unsafe_xml'
  | 'workbook.no_cells'
  | 'workbook.too_many_sheets'
  | 'workbook.too_many_rows'
  | 'workbook.too_many_columns'
  | 'workbook.too_many_cells'
  | 'workbook.too_slow'
  | 'workbook.too_heavy';

/** 422: the file is refused as a whole, with a sentence for the person who dropped it. */
export class WorkbookRefusal extends RuleViolation {
  constructor(
    readonly code: WorkbookRefusalCode,
    detail: string,
  ) {
    super(detail);
  }
}
