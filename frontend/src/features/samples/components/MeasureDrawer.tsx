import { FormProvider, useForm, useFormContext } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import type { MeasureSampleDto, SampleDto } from '@/shared/api/generated';
import { readDecimal } from '@/shared/forms/decimals';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { notify } from '@/shared/lib/notify';
import { type Lab, type Light, lightName, lightNames, type Reading, useMeasure } from '../options';
import { labSpecs, lightSpecs } from '../specs';
import { sampleInSentence, sampleName } from '../vocabulary';

type LabValues = Record<keyof Lab, string>;

interface MeasureValues {
  observer: string;
  formula: string;
  limit: string;
  standard: LabValues;
  options: (LabValues & { label: string })[];
}

interface MeasureDrawerProps {
  sample: SampleDto;
  light: Light;
  onClose: () => void;
}

/** The figures of one light, as the report of the spectrophotometer has them. */
export function MeasureDrawer({ sample, light, onClose }: MeasureDrawerProps) {
  const measure = useMeasure(sample);
  const form = useForm<MeasureValues>({ defaultValues: startOf(sample, light) });
  const labels = form.getValues('options').map(({ label }) => label);
  const submit = form.handleSubmit(async (values) => {
    const observer = values.observer as Light['observer'];
    const asked = { illuminant: light.illuminant, observer };
    try {
      await measure.mutateAsync({ light: asked, body: bodyOf(values) });
      notify.success(`${sampleName(sample)} is measured under ${lightName(asked)}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDrawer
      title={`Measured under ${lightNames[light.illuminant]}`}
      description={`Of ${sampleInSentence(sample)}. From a spectrophotometer only, never from a photo.`}
      dirty={form.formState.isDirty}
      busy={form.formState.isSubmitting}
      saveLabel="Save measurement"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="grid gap-4 sm:grid-cols-3">
          {Object.entries(lightSpecs).map(([name, spec]) => (
            <FormField key={name} name={name} spec={spec} />
          ))}
        </div>
        <LabFields name="standard" title="Standard" required />
        {labels.map((label, at) => (
          <LabFields key={label} name={`options.${at}`} title={`Option ${label}`} />
        ))}
      </FormProvider>
    </FormDrawer>
  );
}

/** Three figures of one swatch; of an option all of them or none. */
function LabFields({ name, title, required = false }: { name: string; title: string; required?: boolean }) {
  const { getValues } = useFormContext<Record<string, unknown>>();
  const begun = () => {
    const { l, a, b } = getValues(name) as LabValues;
    return [l, a, b].some((each) => each.trim());
  };
  return (
    <fieldset className="mt-5">
      <legend className="mb-2 text-sm font-medium">{title}</legend>
      <div className="grid grid-cols-3 gap-3">
        {(Object.keys(labSpecs) as (keyof Lab)[]).map((axis) => (
          <FormField
            key={axis}
            name={`${name}.${axis}`}
            spec={{ ...labSpecs[axis], requiredWhen: required ? () => true : begun }}
          />
        ))}
      </div>
    </fieldset>
  );
}

const same =
  ({ illuminant, observer }: Light) =>
  (reading: Reading) =>
    reading.illuminant === illuminant && reading.observer === observer;

/** What was read under this light before; the tolerance of another light where there is none. */
function startOf({ readings, options }: SampleDto, light: Light): MeasureValues {
  const reading = readings.find(same(light));
  const { formula, chroma, lightness, limit } = (reading ?? readings[0])?.tolerance ?? {
    formula: 'cmc' as const,
    lightness: '2',
    chroma: '1',
    limit: '1.00',
  };
  const labels = options.length > 0 ? options.map(({ label }) => label) : ['A'];
  return {
    observer: light.observer,
    formula: formula === 'cmc' ? `cmc ${lightness}:${chroma}` : 'ciede2000',
    limit,
    standard: labOf(reading?.standard),
    options: labels.map((label) => ({ label, ...labOf(reading?.options.find((option) => option.label === label)) })),
  };
}

const labOf = (lab: Lab | undefined): LabValues => ({ l: lab?.l ?? '', a: lab?.a ?? '', b: lab?.b ?? '' });

function bodyOf({ formula, limit, standard, options }: MeasureValues): MeasureSampleDto {
  const [lightness = '2', chroma = '1'] = formula.replace('cmc ', '').split(':');
  return {
    standard: asSent(standard),
    tolerance:
      formula === 'ciede2000'
        ? { formula: 'ciede2000', limit: decimalOf(limit) }
        : { formula: 'cmc', lightness, chroma, limit: decimalOf(limit) },
    options: options
      .filter(({ l }) => l.trim())
      .map(({ label, ...lab }) => ({ label: label as MeasureSampleDto['options'][number]['label'], ...asSent(lab) })),
  };
}

const decimalOf = (typed: string): string => readDecimal(typed, true) ?? typed;
const asSent = ({ l, a, b }: LabValues): Lab => ({ l: decimalOf(l), a: decimalOf(a), b: decimalOf(b) });
