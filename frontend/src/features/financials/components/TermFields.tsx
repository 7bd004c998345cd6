import { FormField } from '@/shared/forms/FormField';
import { isWide, standingSpecs, type TermField, termSpecs } from '../terms';

/** The terms of a PI, or with `standing` those that the house begins with. */
export function TermFields({ standing = false, prefix = '' }: { standing?: boolean; prefix?: string }) {
  const specs = standing ? standingSpecs : termSpecs;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(Object.keys(specs) as TermField[]).map((field) => (
        <FormField
          key={field}
          name={`${prefix}${field}`}
          spec={termSpecs[field]}
          className={isWide(field) ? 'sm:col-span-full' : undefined}
        />
      ))}
    </div>
  );
}
