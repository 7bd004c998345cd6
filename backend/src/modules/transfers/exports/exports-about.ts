import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Actor } from '../../auth/access/actor';
import { UsersRepository } from '../../auth/users/users.repository';
import { filterWords, type About } from './about';
import type { SheetKind } from './export.vocabulary';

/** What a file of this house says of itself. */
@Injectable()
export class ExportsAbout {
  constructor(
    private readonly users: UsersRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(kind: SheetKind, asked: ListQuery, actor: Actor): Promise<About> {
    const people = await this.users.namesOf(asked.filters['merchandiserId'] ?? []);
    const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
    const filter = filterWords(asked, names);
    return { kind, filter, takenAt: new Date(), takenBy: actor.fullName, zone: this.config.TZ_HOUSE };
  }
}
