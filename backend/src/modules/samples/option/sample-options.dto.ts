import { Nested, OneOf, Text } from '../../../platform/http/fields';
import { StoredFileDto } from '../../../platform/storage/attachment.dto';
import { OPTION_LABELS, OPTION_VERDICTS, type OptionLabel, type OptionVerdict } from '../vocabulary';

const may = { optional: true, nullable: true } as const;

/** For an address that names an option. */
export const LABELS = Object.fromEntries(OPTION_LABELS.map((label) => [label, label]));

export class CreateSampleOptionDto {
  @OneOf(OPTION_LABELS, {
    optional: true,
    name: 'OptionLabel',
    description: 'The next free one, unless told.',
    example: 'B',
  })
  label?: OptionLabel;
  @Text({ ...may, max: 2000, description: 'How it was made.', example: 'Reactive, 1.2 % Navy HE-R' }) notes?:
    | string
    | null;
}

export class UpdateSampleOptionDto {
  @Text({ ...may, max: 2000, description: 'How it was made.', example: 'Reactive, 1.2 % Navy HE-R' }) notes?:
    | string
    | null;
  @Text({ ...may, max: 2000, description: 'What the buyer said of it.', example: 'Too red under D65.' }) remarks?:
    | string
    | null;
  @OneOf(['rejected'], {
    ...may,
    description: 'Refused while the round is with the buyer; null takes that back. Approval goes by the round.',
  })
  verdict?: 'rejected' | null;
}

export class SampleOptionDto {
  @OneOf(OPTION_LABELS, { name: 'OptionLabel', example: 'B' }) label: OptionLabel;
  @Text({ max: 2000, nullable: true, example: 'Reactive, 1.2 % Navy HE-R' }) notes: string | null;
  @Text({ max: 2000, nullable: true, description: 'What the buyer said of it.', example: 'Too red under D65.' })
  remarks: string | null;
  @OneOf(OPTION_VERDICTS, {
    nullable: true,
    name: 'OptionVerdict',
    description: 'Null: not judged yet.',
    example: null,
  })
  verdict: OptionVerdict | null;
  @Nested(() => StoredFileDto, { nullable: true, description: 'A photo or scan of this swatch.', example: null })
  picture: StoredFileDto | null;
}
