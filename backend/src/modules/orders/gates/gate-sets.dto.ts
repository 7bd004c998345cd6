import { PartialType } from '@nestjs/swagger';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { Flag, Id, Instant, ListOf, Nested, Text, TextList, Whole } from '../../../platform/http/fields';
import { APPROVAL_TYPES, type GateKey } from '../vocabulary';
import type { GateOfSet, GateSet } from './gate-set.entity';
import {
  customKey,
  GATE_KEY,
  gateName,
  isGateKey,
  MAX_GATE_KEY,
  MAX_GATE_NAME,
  USUAL_DAYS,
  type GateDays,
} from './gate.vocabulary';

const days = (description: string, example: number) =>
  ({ nullable: true, min: 0, max: 365, description, example }) as const;

export class GateDaysDto implements GateDays {
  @Whole(days('From the day the line was made until the first round is sent.', 14)) send: number | null;
  @Whole(days('Rework in our own hands.', 3)) us: number | null;
  @Whole(days('At the mill.', 7)) mill: number | null;
  @Whole(days('With the buyer.', 5)) buyer: number | null;
  @Whole(days('At the test laboratory.', 5)) lab: number | null;
}

export class WriteGateOfSetDto {
  @Text({
    optional: true,
    max: MAX_GATE_KEY,
    pattern: GATE_KEY,
    hint: `Choose one of ${APPROVAL_TYPES.join(', ')}, or leave it out and give a name.`,
    description: 'One of the nine; left out for a gate of the house’s own, which is named.',
    example: 'labDip',
  })
  key?: string;
  @Text({ optional: true, max: MAX_GATE_NAME, description: 'Of a gate of the house’s own.', example: 'Fit check' })
  name?: string;
  @Nested(() => GateDaysDto, { optional: true, description: 'Days that each holder may take; null: nobody counts.' })
  days?: GateDaysDto;
}

export class CreateGateSetDto {
  @Text({ max: 100, example: 'Yarn-dyed' }) name: string;
  @TextList({
    optional: true,
    max: 50,
    each: 60,
    description: 'One of these in the fabric type, or in the CAD, of a line makes the set its own.',
    example: ['yarn-dyed', 'check', 'stripe'],
  })
  words?: string[];
  @ListOf(() => WriteGateOfSetDto, { min: 1, max: 30, description: 'In the order in which they are passed.' })
  gates: WriteGateOfSetDto[];
  @Whole({ optional: true, min: 0, max: 1000, description: 'Sets are tried from the smallest on.', example: 2 })
  position?: number;
  @Flag({ optional: true, description: 'Taken where no other set fits; there is one.', example: false })
  isDefault?: boolean;
}

export class UpdateGateSetDto extends PartialType(CreateGateSetDto, { skipNullProperties: false }) {}

export class GateOfSetDto {
  @Text({ max: MAX_GATE_KEY, example: 'labDip' }) key: string;
  @Text({ max: MAX_GATE_NAME, example: 'Lab dip' }) name: string;
  @Nested(() => GateDaysDto) days: GateDaysDto;
}

export class GateSetDto {
  @Id() id: string;
  @Text({ max: 100, example: 'Yarn-dyed' }) name: string;
  @TextList({ max: 50, each: 60, example: ['yarn-dyed', 'check', 'stripe'] }) words: string[];
  @ListOf(() => GateOfSetDto, { max: 30 }) gates: GateOfSetDto[];
  @Whole({ min: 0, max: 1000, example: 2 }) position: number;
  @Flag({ example: false }) isDefault: boolean;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({ id, name, words, gates, position, isDefault, createdAt, updatedAt, rowVersion }: GateSet): GateSetDto {
    return {
      id,
      name,
      words,
      gates,
      position,
      isDefault,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      rowVersion,
    };
  }
}

/** @throws InvalidInput 400 on the gate that has neither key nor name, or that stands there twice */
export function gatesOfSet(written: readonly WriteGateOfSetDto[]): GateOfSet[] {
  const seen = new Set<GateKey>();
  return written.map(({ key, name, days = USUAL_DAYS }, index) => {
    const at = `gates.${index}.${key === undefined ? 'name' : 'key'}`;
    const gateKey = key !== undefined && isGateKey(key) ? key : customKey(name ?? '');
    if (gateKey === 'custom_') throw new InvalidInput({ [at]: ['Give the gate a name.'] });
    if (seen.has(gateKey)) throw new InvalidInput({ [at]: ['This gate is in the set already.'] });
    seen.add(gateKey);
    const own = gateKey.startsWith('custom_') ? name?.trim() : undefined;
    return { key: gateKey, name: own ?? gateName(gateKey), days: { ...days } };
  });
}
