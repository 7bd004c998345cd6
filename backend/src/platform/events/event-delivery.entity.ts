import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that a handler has dealt with; written in the transaction of its effect, so the effect happens once. */
@Entity('event_deliveries')
export class EventDeliveryRow {
  @PrimaryColumn('uuid')
  eventId: string;

  @PrimaryColumn('text')
  handler: string;

  @Column('timestamptz', { default: () => 'now()' })
  deliveredAt: Date;
}
