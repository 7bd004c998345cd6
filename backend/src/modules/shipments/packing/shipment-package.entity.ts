import { Check, Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from 'typeorm';
import { sqlList } from '../../orders/vocabulary';
import { ShipmentContainer } from '../cargo/shipment-container.entity';
import { ShipmentLine } from '../cargo/shipment-line.entity';
import { PACKAGE_KINDS, type PackageKind } from '../shipment.vocabulary';
import { OfShipment } from '../cargo/of-shipment.entity';

const MEASURES = ['length_cm', 'width_cm', 'height_cm'] as const;

/** A row of the packing list: packages with the same in them, numbered from–to. Weights and measures are of one package. */
@Entity('shipment_packages')
@Check('ck_shipment_packages_kind', `kind IN (${sqlList(PACKAGE_KINDS)})`)
@Check('ck_shipment_packages_numbers', 'first_number > 0 AND last_number >= first_number')
@Check('ck_shipment_packages_net', 'net_kg > 0')
@Check('ck_shipment_packages_gross', 'gross_kg >= net_kg')
@Check('ck_shipment_packages_measures', `${MEASURES.map((side) => `${side} > 0`).join(' AND ')}`)
@Check('ck_shipment_packages_all_measures', `num_nulls(${MEASURES.join(', ')}) IN (0, 3)`)
@Index('ix_shipment_packages_container', ['containerId'])
@Index('ix_shipment_packages_shipment', ['shipmentId', 'sequenceNumber'])
export class ShipmentPackage extends OfShipment {
  @Column('varchar', { length: 10 })
  kind: PackageKind;

  @Column('integer')
  firstNumber: number;

  @Column('integer')
  lastNumber: number;

  @Column('numeric', { precision: 10, scale: 3, nullable: true })
  netKg: string | null;

  @Column('numeric', { precision: 10, scale: 3, nullable: true })
  grossKg: string | null;

  @Column('numeric', { precision: 7, scale: 1, nullable: true })
  lengthCm: string | null;

  @Column('numeric', { precision: 7, scale: 1, nullable: true })
  widthCm: string | null;

  @Column('numeric', { precision: 7, scale: 1, nullable: true })
  heightCm: string | null;

  /** Null: in none, or not said yet. */
  @ManyToOne(() => ShipmentContainer, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  container: ShipmentContainer | null;

  @Column('uuid', { nullable: true })
  containerId: string | null;

  @OneToMany(() => PackageContent, ({ package: held }) => held)
  contents: PackageContent[];
}

/** What lies in one package, in the unit of the shipment's line. */
@Entity('package_contents')
@Check('ck_package_contents_quantity', 'quantity > 0')
@Index('ix_package_contents_line', ['shipmentLineId'])
export class PackageContent {
  @ManyToOne(() => ShipmentPackage, ({ contents }) => contents, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  package: ShipmentPackage;

  @PrimaryColumn('uuid')
  packageId: string;

  @ManyToOne(() => ShipmentLine, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  shipmentLine: ShipmentLine;

  @PrimaryColumn('uuid')
  shipmentLineId: string;

  @Column('numeric', { precision: 14, scale: 3 })
  quantity: string;
}
