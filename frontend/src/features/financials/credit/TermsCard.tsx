import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LetterOfCreditDto, LetterOfCreditTermsDto, TermSourceDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/States';
import { creditTerms } from './credits';
import { EditTermsDrawer } from './EditTermsDrawer';
import { SourceText } from './SourceText';
import { shownTerms } from './terms';

type Source = TermSourceDto | null;

/** What the LC says as it stands, each term beside the bank's words; an amended one says so. */
export function TermsCard({ credit, onPaste }: { credit: LetterOfCreditDto; onPaste: (() => void) | null }) {
  const { data, error, refetch } = useQuery(creditTerms(credit.id));
  const [chosen, setChosen] = useState<Source>(null);
  const [typing, setTyping] = useState(false);
  const changes = onPaste && (
    <>
      {data && <Button onClick={() => setTyping(true)}>Edit terms</Button>}
      <Button onClick={onPaste}>{data?.sourceText ? 'Paste again' : 'Paste MT700'}</Button>
    </>
  );
  return (
    <Card title="Terms" actions={changes}>
      {!data && error && (
        <ErrorState title="The terms could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <div className="h-64 animate-pulse rounded-lg bg-sunken" />}
      {data && (
        <div className="flex flex-col gap-5">
          <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
            {shownTerms(data.terms).map(({ term, name, value, source }) => (
              <div key={term} className="min-w-0">
                <dt className="text-[0.8125rem] text-muted">{name}</dt>
                <dd className="text-sm">
                  <span className="block whitespace-pre-line break-words">{value}</span>
                  <Words source={source} chosen={chosen} onChoose={setChosen} />
                </dd>
              </div>
            ))}
          </dl>
          <Items title="Goods" tag="45A" items={data.terms.goods} chosen={chosen} onChoose={setChosen} />
          <Items title="Documents wanted" tag="46A" items={data.terms.documents} chosen={chosen} onChoose={setChosen} />
          <Items title="Conditions" tag="47A" items={data.terms.conditions} chosen={chosen} onChoose={setChosen} />
          <Others data={data} />
          <SourceText text={textOf(data, chosen)} chosen={chosen} title={titleOf(chosen)} />
        </div>
      )}
      {data && typing && <EditTermsDrawer credit={credit} terms={data.terms} onClose={() => setTyping(false)} />}
    </Card>
  );
}

/** The text of the message that a term came from: of the LC itself, or of an amendment. */
function textOf({ sourceText, amendments }: LetterOfCreditTermsDto, source: Source): string | null {
  if (!source || source.message === 0) return sourceText;
  return amendments.find(({ sequence }) => sequence === source.message)?.sourceText ?? null;
}

const titleOf = (source: Source) =>
  source && source.message > 0 ? `The bank’s text of amendment ${source.message}` : 'The bank’s text';

interface Choosing {
  chosen: Source;
  onChoose: (source: Source) => void;
}

/** `31D · amended`: shows the words in the text. */
function Words({ source, chosen, onChoose }: Choosing & { source: Source }) {
  if (!source) return <span className="text-xs text-muted">in no field</span>;
  const isChosen = chosen?.from === source.from && chosen.message === source.message;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      title={source.words}
      onClick={() => onChoose(isChosen ? null : source)}
      className={cx(
        'touch-target inline-flex items-center gap-1.5 text-xs underline decoration-dotted underline-offset-2',
        isChosen ? 'font-semibold text-accent-text' : 'text-muted hover:text-ink',
      )}
    >
      Field {source.tag}
      {source.message > 0 && <Badge tone="info">Amended</Badge>}
    </button>
  );
}

interface ItemsProps extends Choosing {
  title: string;
  tag: string;
  items: readonly { text: string; source: Source }[];
}

function Items({ title, tag, items, chosen, onChoose }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className="text-[0.8125rem] font-medium text-muted">
        {title} ({tag})
      </h3>
      <ol className="mt-1.5 flex list-decimal flex-col gap-2 ps-5 text-sm">
        {items.map((item, at) => (
          <li key={at} className="min-w-0 break-words">
            <p className="whitespace-pre-line">{item.text}</p>
            <Words source={item.source} chosen={chosen} onChoose={onChoose} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Fields that hold none of the terms: kept, and shown as they came. */
function Others({ data: { terms } }: { data: LetterOfCreditTermsDto }) {
  if (terms.others.length === 0) return null;
  return (
    <section>
      <h3 className="text-[0.8125rem] font-medium text-muted">Other fields of the bank</h3>
      <dl className="mt-1.5 flex flex-col gap-1.5 text-sm">
        {terms.others.map(({ tag, name, words, message, from }) => (
          <div key={`${message}-${from}`} className="flex flex-wrap gap-x-2">
            <dt className="font-medium">
              {tag} {name ?? <Badge tone="warn">Unknown tag</Badge>}
            </dt>
            <dd className="min-w-0 whitespace-pre-line break-words text-muted">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
