import { Flag, Id, Instant, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { SWEEP_STATES, type StorageSweep, type SweepState } from '../../../platform/storage/sweep/storage-sweep.entity';
import type { MissingFile } from '../../../platform/storage/sweep/missing-file.entity';

const COUNT = { min: 0, max: 2_147_483_647 } as const;
const BYTES = { min: 0, max: Number.MAX_SAFE_INTEGER, description: 'Bytes.' } as const;

export class SweepStorageDto {
  @Flag({ optional: true, description: 'Else it only counts what it would delete.', example: false }) deletes?: boolean;
  @Id({
    optional: true,
    alternative: true,
    description:
      'The sweep whose figures you looked at, to delete what it found: also where that is more than a hundred files and a twentieth of all, and never more than that. Without it, no more than those.',
  })
  seenSweepId?: string;
}

/** One comparison of what is stored with what rows name. */
export class StorageSweepDto {
  @Id() id: string;
  @OneOf(SWEEP_STATES, {
    name: 'SweepState',
    description: '`held`: far more is unused than any day leaves behind, so nothing was deleted.',
    example: 'done',
  })
  state: SweepState;
  @Instant() startedAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
  @Id({ nullable: true, description: 'Who asked for it; nobody: by the clock.' }) askedById: string | null;
  @Flag({ description: 'Else it only counted.', example: true }) deletes: boolean;
  @Whole({ ...COUNT, description: 'Files in the storage.', example: 1283 }) listed: number;
  @Whole({ ...BYTES, example: 734003200 }) listedBytes: number;
  @Whole({ ...COUNT, description: 'Under keys that are none of ours: never touched.', example: 0 }) unknown: number;
  @Whole({ ...COUNT, description: 'Named by no row for more than a day.', example: 2 }) unused: number;
  @Whole({ ...BYTES, example: 81920 }) unusedBytes: number;
  @Whole({ ...COUNT, description: 'Named by a row, and not there.', example: 0 }) missing: number;
  @Whole({ ...COUNT, description: 'Of the unused, sent to be deleted.', example: 2 }) deleted: number;

  static from(sweep: StorageSweep): StorageSweepDto {
    const { id, state, askedById, deletes, listed, unknown, unused, missing, deleted } = sweep;
    return {
      ...{ id, state, askedById, deletes, listed, unknown, unused, missing, deleted },
      startedAt: sweep.startedAt.toISOString(),
      finishedAt: sweep.finishedAt?.toISOString() ?? null,
      listedBytes: Number(sweep.listedBytes),
      unusedBytes: Number(sweep.unusedBytes),
    };
  }
}

export class StorageStateDto {
  @OneOf(['disk', 'gcs', 's3'], { name: 'StorageDriver', example: 'disk' }) driver: 'disk' | 'gcs' | 's3';
  @Nested(() => StorageSweepDto, { nullable: true, description: 'The last that ended.' })
  lastSweep: StorageSweepDto | null;
  @Nested(() => StorageSweepDto, { nullable: true }) running: StorageSweepDto | null;
  @Whole({ ...COUNT, description: 'Files that rows name and that are gone.', example: 0 }) missingFiles: number;
}

/** A file that a row names and that the storage has not. */
export class MissingFileDto {
  @Id() id: string;
  @Text({ max: 300, example: 'orders/01890a5d-ac96-774b-bcce-b302099a8057/01890a5d-ac96-774b-bcce-b302099a8058' })
  key: string;
  @Text({ max: 63, description: 'The table of its row.', example: 'order_documents' }) carrier: string;
  @Text({ max: 255, nullable: true, example: 'PI-00042.pdf' }) fileName: string | null;
  @Id({ nullable: true }) orderId: string | null;
  @Text({ max: 50, nullable: true, example: 'PO-1182' }) orderNumber: string | null;
  @Instant() noticedAt: string;

  static from(file: MissingFile, order: { id: string; orderNumber: string } | undefined): MissingFileDto {
    const { id, key, carrier, fileName, noticedAt } = file;
    return {
      ...{ id, key, carrier, fileName, noticedAt: noticedAt.toISOString() },
      orderId: order?.id ?? null,
      orderNumber: order?.orderNumber ?? null,
    };
  }
}
