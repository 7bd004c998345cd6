import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ScanBarcode } from 'lucide-react';
import { useState } from 'react';
import { readLabel } from '@/shared/lib/awb';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { parcelsByNumber } from '../parcels';

/** The label of a parcel leads to the parcel: scanned, or typed with Enter. */
export function ScanLabel({ onMany }: { onMany: (awbNumber: string) => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const find = useMutation({
    mutationFn: parcelsByNumber,
    onSuccess: async ([first, ...others], number) => {
      if (!first) notify.error(`No parcel of yours has the number ${number}.`);
      else if (others.length > 0) onMany(number);
      else await navigate({ to: paths.parcel(first.id) });
    },
  });
  const open = () => {
    const number = readLabel(typed);
    if (number) find.mutate(number);
    setTyped('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <Field label="Scan a label" hideLabel>
        <Input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="Scan a label"
          spellCheck={false}
          autoComplete="off"
          end={<ScanBarcode aria-hidden className="me-2 size-4" />}
        />
      </Field>
    </form>
  );
}
