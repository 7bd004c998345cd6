import { Id, OneOf } from '../../../platform/http/fields';
import { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { OPTION_LABELS, type OptionLabel } from '../vocabulary';

/** A picture of a round or of one of its options, with a link to it that lives five minutes. */
export class SamplePictureDto extends FileLinkDto {
  @Id({ description: 'Another picture has another: notes are pinned to this one.' }) pictureId: string;
  @OneOf(OPTION_LABELS, {
    nullable: true,
    name: 'OptionLabel',
    description: 'The option that it shows; null: the round as a whole.',
    example: 'B',
  })
  option: OptionLabel | null;
}
