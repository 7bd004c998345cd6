import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { Undoing } from '../../../platform/events/undoing';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { refuseUnknown } from '../../../platform/listing/refuse-unknown';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { RestoredDto, TrashEntryDto } from './trash.dto';
import { TrashRepository, type TrashRow } from './trash.repository';

/** What was deleted, and the way back; each module restores what is its own. */
@Injectable()
export class TrashService {
  constructor(
    private readonly repository: TrashRepository,
    private readonly undoing: Undoing,
    private readonly transaction: Transaction,
  ) {}

  /** @throws InvalidInput 400 for a kind that nothing is of */
  list(asked: ListQuery, actor: Actor): Promise<Page<TrashRow>> {
    refuseUnknown(
      asked,
      'kind',
      this.undoing.trashKinds.map(({ kind }) => kind),
    );
    return this.repository.list(asked, actor);
  }

  /** @throws ResourceNotFound 404, and what its module says: 409 where its name was taken meanwhile, 403 where it is not theirs */
  restore(id: string, actor: Actor): Promise<RestoredDto> {
    return this.transaction.run(async () => {
      const entry = await this.repository.find(id, actor);
      if (!entry) throw new ResourceNotFound('entry of the trash');
      const { kind, subjectId, orderId, label } = TrashEntryDto.from(entry);
      await this.undoing.restore(kind, subjectId, actor);
      return { kind, subjectId, orderId, label };
    });
  }
}
