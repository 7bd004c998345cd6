import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toProblem } from '@/shared/api/errors';
import type { ParcelDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Checkbox } from '@/shared/ui/Checkbox';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Refusal } from '@/shared/ui/Refusal';
import { Loading, Skeleton } from '@/shared/ui/States';
import { samplesPage } from '../api';
import { parcelName, useDeleteParcel, usePack, useUnpack } from '../parcels';
import { roundName, sampleName } from '../vocabulary';

type Held = ParcelDto['samples'][number];

/** It was recorded by mistake that it went: what was in it waits again. */
export function DeleteParcelDialog({
  parcel,
  onClose,
  leave,
}: {
  parcel: ParcelDto;
  onClose: () => void;
  leave: () => Promise<void>;
}) {
  const { mutateAsync, error } = useDeleteParcel(parcel);
  const remove = async () => {
    await mutateAsync();
    notify.success(`${parcelName(parcel)} is in the trash.`);
    await leave();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${parcelName(parcel)}?`}
      confirmLabel="Delete parcel"
      danger
      onConfirm={remove}
    >
      For a parcel that was never sent. {plural(parcel.samples.length, 'sample')} in it will wait to be sent again, and
      the gates of their lines stand as before. It stays in the trash for 30 days.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}

/** It was not in it after all. */
export function UnpackDialog({ parcel, sample, onClose }: { parcel: ParcelDto; sample: Held; onClose: () => void }) {
  const { mutateAsync, error } = useUnpack(parcel);
  const name = `${roundName(sample)} of ${sample.lineLabel ?? sample.orderNumber}`;
  const take = async () => {
    await mutateAsync(sample.id);
    notify.success(`${name} is out of the parcel.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Take ${name} out?`}
      confirmLabel="Take it out"
      onConfirm={take}
    >
      It was not in this parcel then: it waits to be sent again, and the gate of its line stands as before.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}

/** More went in the same box. */
export function PackDialog({ parcel, onClose }: { parcel: ParcelDto; onClose: () => void }) {
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const query = { status: ['pending' as const], search: search.trim() || undefined, pageSize: 25 };
  const { data, isPending } = useQuery(samplesPage(query));
  const pack = usePack(parcel);
  const save = () =>
    pack.mutate([...ticked], {
      onSuccess: () => {
        notify.success(`${plural(ticked.length, 'sample')} went into ${parcelName(parcel)}.`);
        onClose();
      },
    });
  return (
    <FormDialog
      title={`Put more into ${parcelName(parcel)}`}
      description="They are sent with it: same day, courier and number. The gate of each line follows."
      busy={pack.isPending}
      saveLabel={ticked.length > 0 ? `Add ${plural(ticked.length, 'sample')}` : 'Add samples'}
      onSave={(event) => {
        event?.preventDefault();
        if (ticked.length > 0) save();
      }}
      onClose={onClose}
    >
      <Field
        label="Find samples to be sent"
        className="sm:col-span-2"
        error={pack.error ? toProblem(pack.error).detail : undefined}
      >
        <Input
          type="search"
          placeholder="Order number or buyer"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </Field>
      <div className="max-h-72 overflow-y-auto rounded-lg border border-line sm:col-span-2">
        {isPending ? (
          <Loading what="the samples">
            <Skeleton className="m-3 h-24" />
          </Loading>
        ) : data && data.results.length > 0 ? (
          <ul aria-label="Samples to be sent" className="divide-y divide-line">
            {data.results.map((sample) => (
              <li key={sample.id} className="px-3 py-2 text-sm">
                <Checkbox
                  label={`${sampleName(sample)} · ${sample.orderNumber}`}
                  checked={ticked.includes(sample.id)}
                  onChange={({ target }) =>
                    setTicked(target.checked ? [...ticked, sample.id] : ticked.filter((id) => id !== sample.id))
                  }
                />
              </li>
            ))}
          </ul>
        ) : (
          <p className="px-3 py-4 text-sm text-muted">
            {search ? 'No sample to be sent fits this.' : 'Every sample was sent already.'}
          </p>
        )}
      </div>
    </FormDialog>
  );
}
