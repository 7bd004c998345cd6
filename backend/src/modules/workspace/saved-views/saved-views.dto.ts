import { OmitType, PartialType } from '@nestjs/swagger';
import { Flag, Id, Instant, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import type { Actor } from '../../auth/access/actor';
import { PersonDto } from '../../orders/order/orders.dto';
import { VIEWED_LISTS, type SavedView, type ViewedList } from './saved-view.entity';

const query = {
  max: 2000,
  description: 'Filters, search and ordering as in the address of the list; its pages are left out.',
  example: 'status=running&ordering=-etd',
} as const;

export class CreateSavedViewDto {
  @OneOf(VIEWED_LISTS, { name: 'ViewedList', example: 'orders' }) list: ViewedList;
  @Text({ max: 60, example: 'Running for ANABIA' }) name: string;
  @Text({ ...query, optional: true, min: 0 }) query?: string;
  @Flag({ optional: true, description: 'Offered to the whole house: by managers.', example: false }) isShared?: boolean;
  @Flag({ optional: true, description: 'What your list begins with; the one before it gives way.', example: false })
  isDefault?: boolean;
}

export class UpdateSavedViewDto extends PartialType(OmitType(CreateSavedViewDto, ['list']), {
  skipNullProperties: false,
}) {}

export class SavedViewDto {
  @Id() id: string;
  @OneOf(VIEWED_LISTS, { name: 'ViewedList', example: 'orders' }) list: ViewedList;
  @Text({ max: 60, example: 'Running for ANABIA' }) name: string;
  @Text({ ...query, min: 0 }) query: string;
  @Flag({ example: false }) isShared: boolean;
  @Flag({ description: 'What your list begins with.', example: false }) isDefault: boolean;
  @Flag({ description: 'Yours to change, rename and delete.', example: true }) isMine: boolean;
  @Nested(() => PersonDto) owner: PersonDto;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static of(view: SavedView, actor: Actor): SavedViewDto {
    const { id, list, name, query, isShared, owner, createdAt, updatedAt, rowVersion } = view;
    const isMine = view.ownerId === actor.id;
    return {
      id,
      list,
      name,
      query,
      isShared,
      isDefault: isMine && view.isDefault,
      isMine,
      owner: { id: owner.id, fullName: owner.fullName },
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      rowVersion,
    };
  }
}
