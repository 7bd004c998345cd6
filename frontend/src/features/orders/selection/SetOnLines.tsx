import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { change } from '@/shared/api/change';
import { reportFormProblem, toProblem } from '@/shared/api/errors';
import { type GivenRevisionDto, type LineDto, previewLineChange, updateLine } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { useOrderNews } from '../api';
import { RevisionQuestion } from '../revision/RevisionDialog';
import type { RevisionAsked } from '../revision/use-revision';
import { type SharedField, sharedSpecs, togetherAsked } from './same-on-lines';

interface SetOnLinesProps {
  orderId: string;
  lines: readonly LineDto[];
  onSet: () => void;
}

/** The same day, mill or price on several lines. */
export function SetOnLines(props: SetOnLinesProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={ListPlus} onClick={() => setOpen(true)}>
        Set on {plural(props.lines.length, 'line')}…
      </Button>
      {open && <SetDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Weighed {
  asked: RevisionAsked;
  body: object;
  /** Those that were agreed. */
  bound: ReadonlySet<string>;
}

function SetDialog({ orderId, lines, onSet, onClose }: SetOnLinesProps & { onClose: () => void }) {
  const form = useForm({ defaultValues: textOf(sharedSpecs, {}) });
  const news = useOrderNews();
  const [busy, setBusy] = useState(false);
  const [weighed, setWeighed] = useState<Weighed | null>(null);
  const what = plural(lines.length, 'line');

  /** Line by line, each on top of what others wrote: what is set already stays so when one is refused. */
  const write = async (body: object, bound: ReadonlySet<string>, revision?: GivenRevisionDto) => {
    let done = 0;
    try {
      for (const line of lines) {
        const sent = { ...body, ...(bound.has(line.id) ? { revision } : {}) };
        const path = { id: line.id };
        await change(line, sent, (headers) => updateLine({ path, body: sent, headers, throwOnError: true }));
        done += 1;
      }
      notify.success(`${what} ${lines.length === 1 ? 'is' : 'are'} set.`);
      onClose();
      onSet();
    } catch (error) {
      setWeighed(null);
      if (done > 0) notify.error(`${done} of ${what} are set. ${lines[done]?.label ?? ''}: ${toProblem(error).detail}`);
      else reportFormProblem(form, error);
    }
    await news.of(orderId);
  };
  const working = async (run: () => Promise<void>) => {
    setBusy(true);
    await run().finally(() => setBusy(false));
  };
  const submit = form.handleSubmit((values) =>
    working(async () => {
      const body = filled(sharedSpecs, values as Record<SharedField, string>);
      if (Object.keys(body).length === 0) return onClose();
      try {
        const answers = await Promise.all(
          lines.map(({ id }) => previewLineChange({ path: { id }, body, throwOnError: true })),
        );
        const impacts = answers.map(({ data }) => data);
        const asked = togetherAsked(impacts);
        const bound = new Set(lines.flatMap(({ id }, at) => (impacts[at]?.revisionNeeded ? [id] : [])));
        if (asked) setWeighed({ asked, body, bound });
        else await write(body, bound);
      } catch (error) {
        reportFormProblem(form, error);
      }
    }),
  );

  if (weighed)
    return (
      <RevisionQuestion
        asked={weighed.asked}
        what={what}
        orderId={orderId}
        busy={busy}
        onGive={(revision) => void working(() => write(weighed.body, weighed.bound, revision))}
        onClose={() => setWeighed(null)}
      />
    );
  return (
    <FormDialog
      title={`Set on ${what}`}
      description="What is filled in here becomes the same on all of them; what is left empty stays as it is on each."
      busy={busy}
      saveLabel={`Set on ${what}`}
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        {(Object.keys(sharedSpecs) as SharedField[]).map((field) => (
          <FormField key={field} name={field} spec={sharedSpecs[field]} />
        ))}
      </FormProvider>
    </FormDialog>
  );
}
