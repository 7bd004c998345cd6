import { Check, Column, Entity } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';

/** `08:00`, from 00:00 to 23:59. */
export const CLOCK = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/** When the house sends its digest. One row; none is made or deleted. */
@Entity('digest_settings')
@Check('ck_digest_settings_send_at', `send_at ~ '${CLOCK.source}'`)
export class DigestSettings extends BaseEntity {
  @Column('boolean', { default: true })
  isOn: boolean;

  /** By the clock of the house. */
  @Column('varchar', { length: 5, default: '08:00' })
  sendAt: string;
}
