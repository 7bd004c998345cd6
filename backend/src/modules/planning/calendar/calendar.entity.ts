import { Check, Column, Entity, Index } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { sqlList } from '../../orders/vocabulary';
import { NAMED_HOLDERS, STEP_HOLDERS, type Holiday, type StepHolder } from './calendar.vocabulary';
import type { Weekday, WorkingCalendar } from './working-calendar';

/** When a kind of party works, or one party of that kind by its name, or the banks of a country. */
@Entity('working_calendars')
@Check('ck_working_calendars_holder', `holder IN (${sqlList(STEP_HOLDERS)})`)
@Check('ck_working_calendars_weekend', 'weekend <@ ARRAY[1,2,3,4,5,6,7]::smallint[] AND cardinality(weekend) <= 6')
@Check('ck_working_calendars_party', `party_name IS NULL OR holder IN (${sqlList(NAMED_HOLDERS)})`)
@Check('ck_working_calendars_country', `country IS NULL OR (holder = 'bank' AND party_name IS NULL)`)
@Index('uq_working_calendars_party', { synchronize: false })
export class PartyCalendar extends BaseEntity {
  @Column('varchar', { length: 10 })
  holder: StepHolder;

  /** As lines and orders name it, in any case; null: whoever of this kind has no calendar of its own. */
  @Column('varchar', { length: 255, nullable: true })
  partyName: string | null;

  /** ISO 3166-1, of banks: those of this country that have no calendar of their own. */
  @Column('varchar', { length: 2, nullable: true })
  country: string | null;

  /** Days of the week by ISO 8601, 1 Monday to 7 Sunday. */
  @Column('smallint', { array: true })
  weekend: Weekday[];

  @Column('jsonb', { default: () => "'[]'" })
  holidays: Holiday[];

  /** Whether it counts for all of its kind that have no other. */
  get isOfAll(): boolean {
    return this.partyName === null && this.country === null;
  }

  get working(): WorkingCalendar {
    return { weekend: this.weekend, holidays: new Set(this.holidays.map(({ day }) => day)) };
  }
}
