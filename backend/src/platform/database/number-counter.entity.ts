import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given out in a series, e.g. `proforma_invoice` or `order:20261121`. */
@Entity('number_counters')
export class NumberCounter {
  @PrimaryColumn('text')
  series: string;

  @Column('bigint')
  value: string;
}
