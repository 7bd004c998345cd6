import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { enterOutputFile, type OutputFileDto, readOutputFile } from '@/shared/api/generated';
import { reportProblem, toProblem } from '@/shared/api/errors';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Checkbox } from '@/shared/ui/Checkbox';
import { Field } from '@/shared/ui/Field';
import { FileDrop } from '@/shared/ui/FileDrop';
import { Input } from '@/shared/ui/Input';
import { PageHeader } from '@/shared/ui/PageHeader';
import { useProductionNews } from '../api';
import { FileNumbers } from '../components/FileNumbers';
import { ProductionViews } from '../components/ProductionViews';

const megabyte = 1024 * 1024;

/** Output out of a mill's sheet: dropped, looked at with what is wrong at its cell, and entered whole. */
export default function OutputFilePage() {
  const news = useProductionNews();
  const [file, setFile] = useState<File | null>(null);
  const [another, setAnother] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const read = useMutation({
    meta: { ownErrors: true },
    mutationFn: async (dropped: File) => (await readOutputFile({ body: { file: dropped }, throwOnError: true })).data,
  });
  const enter = useMutation({
    meta: { ownErrors: true },
    mutationFn: async (sent: File) => {
      const query = { standing: another ? ('enter' as const) : undefined, overrideReason: reason?.trim() || undefined };
      return (await enterOutputFile({ body: { file: sent }, query, throwOnError: true })).data;
    },
    onSuccess: ({ entered, leftOut }) => {
      const rest = leftOut ? ` ${plural(leftOut, 'number')} stood already.` : '';
      notify.success(`${plural(entered.length, 'number')} entered.${rest}`);
      drop(null);
      void news.all();
    },
    onError: (error) => {
      if (toProblem(error).code === 'gate.not_passed' && reason === null) setReason('');
      else reportProblem(error);
    },
  });
  function drop(dropped: File | null) {
    setFile(dropped);
    setAnother(false);
    setReason(null);
    if (!dropped) return read.reset();
    enter.reset();
    read.mutate(dropped);
  }

  return (
    <>
      <PageHeader
        title="Output from a file"
        crumbs={[
          { label: 'Production', to: paths.production },
          { label: 'Enter output', to: paths.enterOutput },
        ]}
        description="Drop a mill’s sheet, look at what it would enter, and enter it whole."
        actions={<ProductionViews />}
      />
      <Card>
        <FileDrop
          label={file ? 'Drop another file' : 'Drop the sheet here'}
          hint="Excel or CSV, up to 10 MB"
          accept=".xls,.xlsx,.csv"
          anyKind
          maxSize={10 * megabyte}
          busy={read.isPending}
          error={read.error ? toProblem(read.error).detail : undefined}
          onFiles={([dropped]) => dropped && drop(dropped)}
        />
        <p className="mt-3 text-[0.8125rem] text-muted">
          Headings: Day, Order no., and either Stage and Quantity or a column for each stage (Knitted, Dyed, Finished
          …). Style, Colour or Line where an order has several lines; Unit, Shift and Notes as they are needed.
        </p>
      </Card>
      {file && read.data && (
        <Card flush title={read.data.fileName} className="mt-5">
          <FileNumbers file={read.data} />
          <div className="flex flex-col gap-3 border-t border-line px-4 py-4 sm:px-5">
            {read.data.counts.standing > 0 && (
              <Checkbox
                checked={another}
                onChange={({ target }) => setAnother(target.checked)}
                label={`Enter ${plural(read.data.counts.standing, 'number')} of days that have another one as lots of their own`}
              />
            )}
            {reason !== null && enter.error && (
              <Field label="Why you go on all the same" hint={toProblem(enter.error).detail}>
                <Input value={reason} maxLength={1000} onChange={({ target }) => setReason(target.value)} />
              </Field>
            )}
            <Decision
              file={read.data}
              another={another}
              busy={enter.isPending}
              blocked={reason !== null && !reason.trim()}
              onEnter={() => enter.mutate(file)}
            />
          </div>
        </Card>
      )}
      {enter.data && (
        <p className="mt-4">
          <Button asChild>
            <Link to={paths.production}>See how production stands</Link>
          </Button>
        </p>
      )}
    </>
  );
}

interface DecisionProps {
  file: OutputFileDto;
  another: boolean;
  busy: boolean;
  blocked: boolean;
  onEnter: () => void;
}

function Decision({ file: { counts }, another, busy, blocked, onEnter }: DecisionProps) {
  const wanted = counts.ready + (another ? counts.standing : 0);
  if (counts.faulty > 0)
    return (
      <p role="alert" className="text-sm text-bad">
        {plural(counts.faulty, 'number')} cannot be entered: mend the cells that are named and drop the file again.
        Nothing is entered until all of it can be.
      </p>
    );
  return (
    <Button variant="primary" busy={busy} disabled={wanted === 0 || blocked} onClick={onEnter} className="self-start">
      {wanted ? `Enter ${plural(wanted, 'number')}` : 'Nothing to enter'}
    </Button>
  );
}
