import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How each stream of `domain_events` ends, so that entries cut off there are missed. A trigger of that table writes it
 * with the rights of the owner; nobody else may, the application's role least of all.
 */
@Entity('domain_event_ends')
export class DomainEventEnd {
  @PrimaryColumn('uuid')
  streamId: string;

  /** How many there are. */
  @Column('bigint')
  entries: string;

  /** Of the last one. */
  @Column('text')
  hash: string;
}
